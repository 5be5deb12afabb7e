/** 外贸资讯——进出口食品安全信息 (5.1): laws, standards, risks and refused entries, kept with their history and searched by anyone. */
package org.suyuan.foodsafety;
