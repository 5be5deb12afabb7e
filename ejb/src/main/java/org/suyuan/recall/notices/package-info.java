/** 通知经销商: each buyer of recalled lots is told, answers without signing in, and is reminded when silent. */
package org.suyuan.recall.notices;
