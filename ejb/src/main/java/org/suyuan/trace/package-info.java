/** 追溯: filing whom imported food was sold to, finding it again, and the QR code on it. */
package org.suyuan.trace;
