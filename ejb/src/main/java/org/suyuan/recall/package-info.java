/** 召回: customs orders an importer to recall a lot; the importer reports round after round what came back. */
package org.suyuan.recall;
