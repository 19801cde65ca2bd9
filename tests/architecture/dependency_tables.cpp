// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "dependency_tables.h"

using namespace Qt::StringLiterals;

const DependencyTable &coreTable()
{
    static const QStringList belowLayers{u"base"_s, u"tensor"_s, u"schema"_s, u"kernels"_s};
    static const QStringList belowModel = belowLayers + QStringList{u"layers"_s};
    static const QStringList belowRun = belowModel + QStringList{u"model"_s};
    static const QStringList pictures{u"base"_s, u"tensor"_s, u"kernels/parallel.h"_s};
    static const DependencyTable table{
        {u"base"_s, {}},
        {u"tensor"_s, {u"base"_s}},
        {u"schema"_s, {u"base"_s}},
        {u"kernels"_s, {u"base"_s, u"tensor"_s}},
        {u"layers"_s, belowLayers},
        {u"model"_s, belowModel},
        {u"weights_edit"_s, belowRun},
        {u"run"_s, belowRun + QStringList{u"input"_s}},
        {u"explain"_s, belowRun + QStringList{u"run"_s}},
        {u"keras"_s, belowRun},
        {u"input"_s, pictures},
        {u"visual"_s, pictures},
        {u"testing"_s,
         belowRun + QStringList{u"run"_s, u"keras"_s, u"explain"_s, u"input"_s, u"visual"_s}},
        {u"sweep"_s, belowRun + QStringList{u"run"_s, u"keras"_s, u"testing"_s}},
        {u"bench"_s, {u"base"_s, u"tensor"_s, u"kernels"_s}},
    };
    return table;
}

const DependencyTable &widgetsTable()
{
    static const QStringList drawn{u"style"_s, u"controls"_s};
    static const QStringList views = drawn + QStringList{u"pictures"_s, u"jobs"_s};
    static const QStringList presenters =
        views + QStringList{u"document"_s, u"evaluation"_s, u"params"_s,
                            u"stack"_s,    u"views"_s,      u"language"_s};
    static const DependencyTable table{
        {u"language"_s, {}},
        {u"jobs"_s, {}},
        {u"style"_s, {}},
        {u"document"_s, {}},
        {u"controls"_s, {u"style"_s}},
        {u"pictures"_s, {u"style"_s}},
        {u"evaluation"_s, {u"jobs"_s, u"style"_s, u"document"_s, u"pictures"_s}},
        {u"explaining"_s,
         {u"jobs"_s, u"language"_s, u"style"_s, u"document"_s, u"pictures"_s, u"evaluation"_s}},
        {u"params"_s, drawn + QStringList{u"language"_s}},
        {u"stack"_s, drawn},
        {u"views"_s, views},
        {u"presenters"_s, presenters + QStringList{u"explaining"_s}},
        {u"pages"_s, presenters + QStringList{u"explaining"_s}},
    };
    return table;
}

const DependencyTable &windowTable()
{
    static const QStringList below{u"actions"_s, u"status"_s};
    static const DependencyTable table{
        {u"actions"_s, {}},
        {u"status"_s, {}},
        {u"files"_s, below},
        {u"finding"_s, below},
        {u"guide"_s, below},
        {u"printing"_s, below},
        {u"commands"_s, below + QStringList{u"finding"_s}},
        {u"frame"_s,
         below + QStringList{u"files"_s, u"finding"_s, u"guide"_s, u"printing"_s, u"commands"_s}},
    };
    return table;
}
