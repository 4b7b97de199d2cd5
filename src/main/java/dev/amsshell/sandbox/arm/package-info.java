/**
 * The part of Azure Resource Manager that tells where the API of an account is (wire sheet 1.1).
 * Its errors are such as it generally gives; none was captured.
 */
package dev.amsshell.sandbox.arm;
