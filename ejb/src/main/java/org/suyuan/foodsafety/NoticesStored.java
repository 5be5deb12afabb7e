package org.suyuan.foodsafety;

import java.util.Collection;

/**
 * An authority published, amended or withdrew these notices; fired inside the transaction that stores them.
 *
 * @param ids technical keys
 */
public record NoticesStored(Collection<Long> ids) {}
