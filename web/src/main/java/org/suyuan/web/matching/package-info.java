/** Pages of risk matches: notices that concern the importer's goods. */
package org.suyuan.web.matching;
