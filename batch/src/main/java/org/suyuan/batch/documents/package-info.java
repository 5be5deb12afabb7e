/** Single documents from customs: receipts and recall tasks. */
package org.suyuan.batch.documents;
