/** Open data: food-safety information for programs (F16), as JSON, Atom and CSV, described at {@code /openapi}. */
package org.suyuan.web.api;
