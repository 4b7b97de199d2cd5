/** The wire of OData v3: paths, queries and representations. It knows nothing of jobs. */
package dev.amsshell.sandbox.odata;
