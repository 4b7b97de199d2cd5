/** The AMS v2 dialect: OData v3 over JSON. Nothing of it is known above this room. */
package dev.amsshell.service.v2;
