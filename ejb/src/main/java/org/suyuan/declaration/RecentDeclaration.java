package org.suyuan.declaration;

import java.util.List;

/** A declaration with its food items in the order of their 货物序号, for 最近报关单. */
public record RecentDeclaration(Declaration declaration, List<GoodsItem> food) {}
