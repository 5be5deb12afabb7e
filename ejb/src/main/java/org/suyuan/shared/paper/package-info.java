/** Official papers in Chinese: described once, written as .docx and as PDF. */
package org.suyuan.shared.paper;
