package org.suyuan.identity;

/** What a principal may entrust to an agent. */
public enum Scope {
    /** 查询: part of every authorisation, since whoever files must see what it is about. */
    READ,
    /** 追溯填报: saving, submitting and deleting trace reports. */
    TRACE,
    /** 召回报告: everything an importer does about its recalls, and opening one itself. */
    RECALL
}
