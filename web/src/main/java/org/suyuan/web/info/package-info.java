/** 外贸资讯——进出口食品安全信息: four tabs with their search, and a page for each notice, for anyone. */
package org.suyuan.web.info;
