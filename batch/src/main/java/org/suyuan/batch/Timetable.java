package org.suyuan.batch;

import jakarta.ejb.Singleton;

/** When the jobs run. */
@Singleton
public class Timetable {}
