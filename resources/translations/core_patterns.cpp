// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT

// Lists what core says for the translators' tool, which reads only Qt's macros: the patterns of
// words("…") and term("…") as they stand in the sources (the window makes some of its own), and the
// tables of the layer classes as the program itself knows them.

#include "input/patterns.h"
#include "layers/axis_map.h"
#include "layers/registry.h"
#include "layers/unknown_layer.h"
#include "tensor/file_bytes.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;
using namespace convscope;

std::string asLiteral(const std::string &text)
{
    std::string literal = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            literal += '\\';
        literal += c;
    }
    return literal + '"';
}

/// Whether a reader of another language would want it otherwise: not "{input} × {size}".
bool hasLetters(const std::string &literal)
{
    static const std::regex notWords(R"(\{[a-z0-9_]*\}|\\.)");
    const std::string rest = std::regex_replace(literal, notWords, "");
    return std::any_of(rest.begin(), rest.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// The literals as written, each the first argument of words() or term(), or what an allocation is
/// for. False where words() is given something else.
bool collect(const fs::path &file, std::set<std::string> &literals)
{
    const auto source = readFileText(file.string());
    if (!source) {
        std::fprintf(stderr, "%s\n", source.error().message.c_str());
        return false;
    }
    static const std::regex call(R"re(\b(words|term)\(\s*((?:"(?:[^"\\\n]|\\.)*"\s*)*))re");
    static const std::regex allocation(
        R"re(\b(?:allocate|memoryFor)\([^;"]*,\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)\))re");
    const std::sregex_iterator end;
    for (std::sregex_iterator at(source->begin(), source->end(), call); at != end; ++at) {
        if ((*at)[2].length() > 0) {
            literals.insert((*at)[2]);
        } else if ((*at)[1] == "words" && file.extension() == ".cpp" &&
                   file.filename() != "words.cpp" && (*at).suffix().str().front() != ')') {
            std::fprintf(stderr, "%s: words() must be given a literal\n", file.c_str());
            return false;
        }
    }
    for (std::sregex_iterator at(source->begin(), source->end(), allocation); at != end; ++at)
        literals.insert((*at)[1]);
    return true;
}

void collectTables(std::set<std::string> &literals)
{
    const auto add = [&](std::string_view text) {
        if (!text.empty())
            literals.insert(asLiteral(term(text).pattern));
    };
    for (int rank = 1; rank <= 3; ++rank)
        for (int axis = 0; axis < rank; ++axis)
            add(axisName(axis, rank));
    for (const PatternInfo &pattern : patterns()) {
        add(pattern.label);
        add(pattern.doc);
    }
    for (const LayerType *type : layerTypes()) {
        literals.insert(asLiteral(type->summary.pattern));
        add(title(type->group));
        for (const ParamInfo &info : type->table->params()) {
            add(info.label);
            add(info.doc);
            add(toString(info.kind));
            if (info.family == nullptr)
                continue;
            add(info.family->word());
            for (const ObjectType &object : info.family->types()) {
                add(object.doc);
                for (const ObjectFieldInfo &field : object.fields)
                    add(field.doc);
            }
        }
    }
}

} // namespace

/// core_patterns OUT.cpp FOLDER…
int main(int argc, char **argv)
{
    std::set<std::string> literals;
    collectTables(literals);
    for (int i = 2; i < argc; ++i) {
        for (const auto &entry : fs::recursive_directory_iterator(argv[i])) {
            const std::string ending = entry.path().extension().string();
            if ((ending == ".cpp" || ending == ".h") && !collect(entry.path(), literals))
                return 1;
        }
    }
    std::string out = "// Made by core_patterns; never compiled.\n";
    for (const std::string &literal : literals) {
        if (hasLetters(literal))
            out += "QT_TRANSLATE_NOOP(\"core\", " + literal + ")\n";
    }
    const auto written =
        argc < 3
            ? fileError("OUT.cpp", words("needs a file and folders of sources"))
            : replaceFile(argv[1], std::span(reinterpret_cast<const unsigned char *>(out.data()),
                                             out.size()));
    if (!written)
        std::fprintf(stderr, "%s\n", written.error().message.c_str());
    return written ? 0 : 1;
}
