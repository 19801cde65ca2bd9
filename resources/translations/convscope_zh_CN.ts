<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActionFinder</name>
    <message>
        <source>Found last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, layer or argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>%1 of the reduced input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the reduced %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of date: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No input yet. Open, drop or paste a picture, a volume or a sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An output of shape %1 has no maps to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer before this one did not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not computed yet. The status bar says what it would take; F5 computes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preview: on so small an input %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preview: it waits for %1, which does not run on so small an input.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The window of %1 is taller than its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of %1 is wider than its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of %1 is deeper than its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of %1 is longer than its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cropping of %1 leaves nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The groups of %1 do not divide its channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reads inputs of rank %2, but its input has rank %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:  %2 = %3  &gt;  %4 input %1</source>
        <comment>An axis, an arithmetic, its result, the extent of the input</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input becomes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds %1 + %2 zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window %1·(%2 − 1) + 1 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyRules</name>
    <message>
        <source>Keys with Super belong to the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys with Ctrl+Alt belong to the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt with a function key belongs to the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop switches windows with Alt+Space, Alt+Tab and Alt+Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input methods use this key to enter characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text fields take this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key goes to the first and last place in maps and text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no name that could be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key opens the menu of what has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key that types belongs to fields, lists and maps; add Ctrl or Alt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key moves inside fields, lists and maps; add Ctrl or Alt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerCards</name>
    <message>
        <source>No input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open or drop a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input: none. Open, drop or paste a picture, volume or sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output %1, %2 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 of %2, %3 %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bypassed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiply–adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerFinder</name>
    <message>
        <source>waits for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1, needs %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerHelp</name>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer has no arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerText</name>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros added: %1 before, %2 after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros added: %1 + %2 on every axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros added: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 cut and kept inside %3, the rest drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 kept inside %3, the rest drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 cut to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, jump %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 needed, %3 given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1, needs %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input does not fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewText</name>
    <message>
        <source>preview at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintedWords</name>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 maps, and %3 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewKeys</name>
    <message>
        <source>Stack: select a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stack: move the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stack: remove the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: move the cell; grid: the tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: move the cell by 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: pin or unpin the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: previous, next map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: cell back, forward in scan order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: slice back, forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: play slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: automatic range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: range scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: next colormap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: invert the colormap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: lay the photo over the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field: step by 10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::Actions</name>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample stacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving a layer in the stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts with an empty stack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a picture, volume, sound, array or model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the stack with its weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the large map as a picture or its values as .npy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the stack and the maps of the selected layer on one page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the same page into a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the large map as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a picture or a file from the clipboard as the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only some of the layers, maps or arguments: of the panel that has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a layer below the selected one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bypass layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands the layer&apos;s input on unchanged, or switches the layer on again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the first repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw initial weights anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the seed of all weights that are not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply constraints to the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does once what Keras does after every training step, and tells which kernels changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer with its fastest kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutions by multiplying and adding in the textbook&apos;s order of terms where there is such a kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference kernels (slow, exact sums)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The textbook&apos;s loops with sums in double precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview at ¼</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes the stack on a quarter of the input&apos;s rows and columns, where the whole would take long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help on this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells what the layer does; begins at the argument that has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the five places of the window, one after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About ConvScope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the menu %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ArithmeticPage</name>
    <message>
        <source>Play or pause the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space in the arithmetic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cell back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cell on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous input channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next input channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sum with all digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the largest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brightest cell of the selected layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the sum with all digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is where the numbers begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a layer to see how its values come from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell cannot be explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arithmetic follows as soon as the layer has run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned cell lies outside this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell is pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output of %1 is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pixel of a map on Explore, or begin with the brightest one of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice tap</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ArithmeticPicture</name>
    <message>
        <source>%1 pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros added: %1 left, %2 right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros added: %1 above, %2 below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros added: %1 before, %2 after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the odd one goes last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depthwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame colour names a kernel position. Point at any cell to follow it through all three grids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One input cell times every weight, added into these output cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input cells that reach this output cell. Pale weights meet none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input for channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · slice %1, padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · slice %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ArithmeticSums</name>
    <message>
        <source>cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to output %1
%2 × %3 = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to output %1, %2 times %3 is %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scattered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 products, each added into an output cell of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; %1 fall outside and are cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 times %3 is %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell&apos;s values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 of them with padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of slice tap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no input cell reaches it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of this cell before the division</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels %1 to %2 take part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 channels between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 input channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contribution to this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean, variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gamma, beta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other %1 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value × weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest of %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum of all %1 is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equals the computed map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the map has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The %1 largest are listed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ArithmeticView</name>
    <message>
        <source>Arithmetic of a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, added by padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tap row %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero added by padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells of the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window of the next cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input %1 … %2, output %3 … %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::AxisSlider</name>
    <message>
        <source>Play %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::Callout</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the tour (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ChannelBarsView</name>
    <message>
        <source>Contribution of every channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1, of another group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ContrastStrip</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic range: 99.6 % of the values, 98 %, then all of them (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto 98 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto 99.6 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value is outside the range %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 of %2 values are outside the range %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::CostQuestion</name>
    <message>
        <source>about %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes the whole, however long it takes (F5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview at ¼</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes the same stack on a quarter of the input&apos;s rows and columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long computation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the whole: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::CoveragePicture</name>
    <message>
        <source>coverage: %1 products in every cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage: %1 to %2 products a cell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::DocumentFiles</name>
    <message>
        <source>The bundled stacks are not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything ConvScope reads (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has unsaved changes. Save them first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no file that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::EmptyPage</name>
    <message>
        <source>Sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starter stack %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture, volume or sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starter stacks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ErrorAxes</name>
    <message>
        <source>input %1 with %2 zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ErrorPage</name>
    <message>
        <source>Out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why there is no output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each one is a single step of undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last valid maps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ExplanationWords</name>
    <message>
        <source>padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 smaller ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recomputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ExploreActions</name>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom 200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next colormap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert colormap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next range scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel over a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Ctrl the wheel always zooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel over a map: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ExplorePage</name>
    <message>
        <source>Export map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the map (*.png);;Values of the map (*.npy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::FactTable</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::FeatureMapView</name>
    <message>
        <source>column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1  col %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::FileMenus</name>
    <message>
        <source>First look: edges, pooling, up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down and up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence (1-D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume (3-D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise, seed 7</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::FilterBar</name>
    <message>
        <source>Close the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows everything again (Esc).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::FinderPopup</name>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::GridPresenter</name>
    <message>
        <source>preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::Header</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::InsertHandle</name>
    <message>
        <source>Add a layer here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a layer between these two (Ins adds one below the selected layer).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::Inspector</name>
    <message>
        <source>none of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Help on this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of an argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a layer to see its arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead maps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::InspectorPresenter</name>
    <message>
        <source>Open, drop or paste a picture, a volume or a sound to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiply–adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::Invitation</name>
    <message>
        <source>First look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conv2D, pooling, up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Conv2D with known kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conv1D, Cropping1D, UpSampling1D</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::KeyBindings</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::LargeMapPresenter</name>
    <message>
        <source>No map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::LargeMapView</name>
    <message>
        <source>Out of date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::LastMaps</name>
    <message>
        <source>Last valid maps, out of date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::LayerCardDelegate</name>
    <message>
        <source>Name of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::MapGrid</name>
    <message>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::MapGridPanel</name>
    <message>
        <source>Order of the maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity to the selected map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12, 3-9 or dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 map</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n maps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the maps: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::MapPanel</name>
    <message>
        <source>View of the signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View of the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::MapPanelHeader</name>
    <message>
        <source>Map range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: every map has its own range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer: all maps of a layer share one range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All: all layers share one range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed: the range stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay on the photo (O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the map into the panel (Ctrl+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colormap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colormap: %1, follows the theme (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colormap: %1 (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (S)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::MappingWords</name>
    <message>
        <source>Output %1 lies in the zeros that the layer adds: no input cell stands there, its value is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer is bypassed: output %1 is %2 unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output %1 is %2: what is cropped before it moves every index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output %1 is %2: the zeros added before it move every index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output %1 repeats %2: every input cell is shown several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output %1 is %2: values change their place, never their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output %1 is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(value − mean) ÷ √(variance + %1) · gamma + beta, which is value × weight + shift with the numbers below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest of %1 values wins: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest of %1 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of %1 values. Padding is not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the value at the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between input cells, each weighed by how near it lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: one value of every input, from the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 along a line of %2 values: each counts by its own share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value at the same place, times a number, plus a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value of the line times its own weight, all added up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::MapsPresenter</name>
    <message>
        <source>the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this map alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>shared by %n maps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>shared by all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed for all layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::MessagePage</name>
    <message>
        <source>%1 waits for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no input until %1 has an output. Its arguments can be edited meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ModelDocument</name>
    <message>
        <source>%1 %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bypass %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::NameEdit</name>
    <message>
        <source>Name of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer name %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::OptionalEdit</name>
    <message>
        <source>%1: give a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::PairsEdit</name>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ParamForm</name>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number this argument takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initializers, regularizers, constraints</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ParamRow</name>
    <message>
        <source>more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::Printing</name>
    <message>
        <source>range of this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>range shared by %n maps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>range shared by all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, slice %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, batch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, out of date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ProblemPages</name>
    <message>
        <source>%1 did not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer filters, larger strides or a smaller input need less memory. The stack is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of a class that is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repair %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ProductTiles</name>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::RepairCard</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply %1 %2, gives %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ShapeRibbon</name>
    <message>
        <source>no output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes of the stack</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ShortcutList</name>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search keys and actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new key. Esc leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press one more key. Esc leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually: %1. Enter or a double-click takes another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key belongs to one part of the window and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press another key, or Esc.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::SignalView</name>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 steps are cut by the range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::StackCommands</name>
    <message>
        <source>draw initial weights anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every kernel satisfies its constraint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: %3 changed, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply constraints</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::StackPanel</name>
    <message>
        <source>Stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class, name or shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add layer at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Adds a layer below the selected one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a layer below the selected one (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::StackPresenter</name>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::StatusLine</name>
    <message>
        <source>%1, too small for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; compute again %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date · %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Computing · %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more cannot run</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1; 1 layer waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1; %n layers wait</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 layer up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n layers up to date</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest of the stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::SumTable</name>
    <message>
        <source>The sum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::TermListView</name>
    <message>
        <source>Terms, the largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 times %3 is %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 gives %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::Tour</name>
    <message>
        <source>This part is hidden; View → Side panels shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here? Take the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now; Help → Tour shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tour now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your layers in the order they run; the first card is the input. Select a card to look at its maps, drag it to move the layer. “Add layer” offers what fits there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes, drawn to scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tensor from the input to the last layer at one scale, with its shape below. A click selects the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One map, cell by cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A feature map of the selected layer; the grid beside it shows them all. Point at a cell to read its value, click to pin it. Where a layer cannot run, the reason and its repairs stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the selected layer is made with, under the Keras names. Every change shows in the maps at once and can be undone. Below: the arithmetic of the shape, and the cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State and problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the maps are up to date, and the cell you point at with its value. A layer that cannot run is named here; a click goes to it. Help → Tour shows all this again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::Transport</name>
    <message>
        <source>Keep this cell pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cell back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cell on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell in scan order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::TupleEdit</name>
    <message>
        <source>%1: link %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked: the axes change together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not linked: each axis has its own value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::VolumeView</name>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice %1, row %2, column %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice %1: rows × columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest over slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three planes share one cursor. Drag in any of them to move the other two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along the slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WindowCommands</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About ConvScope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;ConvScope %1&lt;/b&gt;&lt;p&gt;A microscope for convolution layers: stack Keras layers, load a picture, and see every layer&apos;s output live.&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>(x + √(x² + 4)) ÷ 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 up to −1, x from 1, a parabola between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ÷ (1 + e⁻ˣ), from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.0507 · (x where x &gt; 0, else 1.6733·(eˣ − 1)): keeps mean and variance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: wholly; less: part of the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell of {layer} has an index for each of {extents}, the channel last. Received {cell}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer&apos;s name must not be empty and must not contain &apos;/&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added after the factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All inputs must have the same shape but for axis {axis}. Received the shapes {first} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All inputs must have the same shape, or length 1 where they differ: axis {axis} has {extent} and {other}. Received the shapes {shapes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes along which one slope serves all places, counted with the batch as 0: (1, 2) shares over rows and columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes the norm runs over: [0, 1, 2] gives one norm per filter of a Conv2D kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes whose product is the fan-in; None: by position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes whose product is the fan-out; None: by position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis along which the inputs follow each other; −1 is the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis of the channels: −1 for channels_last, 1 for channels_first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis of the input that each axis of the output comes from, counted from 1 without the batch: (2, 1) exchanges two axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis whose values become shares that sum to 1; the batch is axis 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bound above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells added to the output&apos;s length, less than the stride. None: the length that the padding implies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of the window that are averaged; cells in the padding do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of the window whose largest is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells the window moves between neighbouring outputs. A stride above 1 cannot be combined with a dilation above 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells the window moves between neighbouring outputs. None: the pool size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Center</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint on the alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint on the beta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint on the bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint on the depthwise kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint on the gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint on the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint on the pointwise kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cropping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense expects an input of rank 2 or more. Received the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth multiplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between neighbouring taps: a wider view at the same cost. A dilation above 1 cannot be combined with a stride above 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every norm becomes 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of every value, e.g. 0.00392 for 8-bit pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of negative values (alpha in Keras 2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the sum of absolute values, divided by the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the sum of squares, divided by the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of what lies below the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of Σw².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of Σ|w|.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First half of the last axis · sigmoid of its second half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten expects an input with a batch. Received rank 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function of the sum and the bias; linear (or None) leaves them as they are. softmax always runs along the last axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grows with the angles between rows (or columns) that are not right; rank 2 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many output cells each input cell becomes along each axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the old moving statistics each training step keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first values of the alpha are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first values of the beta are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first values of the bias are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first values of the depthwise kernel are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first values of the gamma are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first values of the kernel are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first values of the moving_mean are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first values of the moving_variance are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first values of the pointwise kernel are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hyperbolic tangent, from −1 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial beta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial depthwise kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial moving_mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial moving_variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial pointwise kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels become constant on square rings around their centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the random numbers that training draws; None: a new one each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the random numbers; None: follows the model&apos;s seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law of the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the last axis of the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like softmax along the last axis, but small ones become 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that grows with the output after the activation, divided by the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that grows with the values of the alpha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that grows with the values of the beta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that grows with the values of the bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that grows with the values of the depthwise kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that grows with the values of the gamma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that grows with the values of the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that grows with the values of the pointwise kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative values become 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative values become alpha·(eˣ − 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, an integer or a list of 1 integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, an integer or a list of {count} integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal values, none further than two standard deviations from the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norms above max_value are scaled down to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norms are moved into a range, by the share `rate`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of filters, which is the number of channels of the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of steps that the vector becomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the noise that training adds. Outside training nothing happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ones on the diagonal; rank 2 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OrthogonalRegularizer takes weights of rank 2 only. Received the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orthonormal columns (or rows) of the weight as a matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs of the depthwise step for each input channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PReLU learns a slope per value, so axis {axis} must be defined or among shared_axes. Received the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the channels that are convolved apart. Must divide the input channels and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the beta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the depthwise kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the pointwise kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RadialConstraint takes square kernels of rank 4. Received the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random values whose variance is scale ÷ fan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received the input shape {input_shape}, {argument} {kernel}, strides {strides}, padding &apos;{padding}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received the input shape {input_shape}, {argument} {kernel}, strides {strides}, dilation_rate {dilation_rate}, padding &apos;{padding}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows cut off at the top and bottom, columns at the left and right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of zeros added at the top and bottom, columns at the left and right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of a sample, without the batch; one −1 stands for what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the mask that training draws, with batch; 1 where an axis shares it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of values that training drops, from 0 to 1. Outside training nothing happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices, rows and columns cut off before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices, rows and columns of zeros added before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps cut off at the start and at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taps of a filter along each axis. One number stands for all axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axis that is normalized (axis {axis}) must be defined. Received the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class {class} of {layer} is not known here, so its values cannot be explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class {class} of {layer} is not known here, so nothing can be followed through it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input has no {axis}, so {result}. Received the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last axis must be defined. Received the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {name} is taken; names are unique in a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of channels (axis {axis} with data_format &apos;{data_format}&apos;) must be defined. Received the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output of {layer} has the samples 0 to {last}. Received {batch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight {weight}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights were not drawn to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such cell in {layer}: index {index} goes from 0 to {last}, as the output is {extents}, the channel last. Received {cell}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True or False</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated normal of variance 1 ÷ fan_in: suits selu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated normal of variance 2 ÷ (fan_in + fan_out).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated normal of variance 2 ÷ fan_in: suits relu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform within ±√(3 ÷ fan_in): suits selu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform within ±√(6 ÷ (fan_in + fan_out)): Keras&apos; usual choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform within ±√(6 ÷ fan_in): suits relu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up-sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values above it are cut down to it; None: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values up to it become 0, the others stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values up to it count as negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance · fan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the values of the alpha are forced into after each training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the values of the beta are forced into after each training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the values of the bias are forced into after each training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the values of the depthwise kernel are forced into after each training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the values of the gamma are forced into after each training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the values of the kernel are forced into after each training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the values of the pointwise kernel are forced into after each training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the channels stand: (batch, spatial…, channels) or (batch, channels, spatial…). The default is image_data_format of keras.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the channels stand: (batch, steps, channels) or (batch, channels, steps).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a learned beta is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a learned gamma multiplies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a learned number per output channel is added before the activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether rows or columns are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the pooled axes stay, with length 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which fan divides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros added before the first and after the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a finite number, at least {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a finite number, greater than {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a function of every value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a job&apos;s tiles exceed the scratch memory of a thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a kernel&apos;s own copy of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of integers or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture of {count} maps needs {mebibytes} MiB, more than is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture of {rows} × {columns} pixels cannot be written as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor of shape {shape} has no values to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a weight is not finite and would reach results of other taps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds a penalty on its input to the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds its inputs, value by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds noise during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds rows and columns of zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds slices, rows and columns of zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds steps of zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer or a list of 1 integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer or a list of {count} integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer or a pair (before, after)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer, {count} integers or {count} pairs (before, after)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an output phase meets taps that do not fit into 3×3 neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>averages each window of a volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>averages each window of rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>averages each window of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis must name an axis of the input other than the batch: {first} to {last}, but not 0. Received {received} for the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis {axis} of {class_name} does not exist in a weight of the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with the unknown operation &quot;{operation}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bends negative values towards −alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boolean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brings every channel to a learned mean and spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be replaced: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip((x + 1) ÷ 2, 0, 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip(0.2·x + 0.5, 0, 1), as in Keras 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip(x + 3, 0, 6) ÷ 6, as in Keras 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip(x, −1, 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could be read only up to byte {byte} of {bytes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropping of the {axis} must be smaller than their number: {before} + {after} ≥ {input}, so {result}. Received the input shape {input_shape}, cropping {cropping}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuts negative values to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuts rows and columns off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuts slices, rows and columns off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuts steps off both ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dilation_rate·(kernel_size − 1) + 1 = {dilation_rate}·({kernel} − 1) + 1 = {window}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dims must hold each of 1 to {count} once. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dims must name every axis but the batch: {count} of them. Received {received} for the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drops values during training and keeps mean and variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drops values during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drops whole channels during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends within its header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every element of {name} must be {bound}. Received {received}, of which {offender} is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every element of {name} must be {bound}. Received {received}, of which {offenders} are not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exchanges axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected at most {limit}, received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eˣ ÷ Σ eˣ along the last axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eˣ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than 8 channels or filters: the transforms would cost more than they save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than {cells} results side by side: the transforms would cost more than they save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than {channels} channels: the transforms would cost more than they save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than {tiles} tiles of 4×4: the transformed weights would cost more than they save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filters each channel over rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filters each channel over rows and columns, then mixes the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filters each channel over steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filters each channel over steps, then mixes the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first input less the second, value by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glu splits the last axis in halves, so its length must be even. Received {received} in the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greater than {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups must divide the number of filters. Received groups {groups}, filters {filters}: {filters} mod {groups} = {remainder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups must divide the number of input channels. Received groups {groups} for {channels} channels of the input shape {input_shape}: {channels} mod {groups} = {remainder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no output along axis {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the unknown or wrong word &quot;{word}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the wrong padding &quot;{padding}&quot;: p=before,after once per axis, for pools also same or valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds records (a structured type), which cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds text where numbers are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds values of type &apos;{descr}&apos;{hint}; readable are floats, integers, booleans and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds {count} texts; one was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initializer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integer list or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integer list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integer or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a .npy file of version {version}; versions 1 to 3 can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is bilinear, which takes two axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut short: the shape {shape} at {item_bytes} bytes a value needs more than the {available} bytes there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a NumPy array (.npy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its .npy header is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its entry in the archive is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its table of contents is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps the largest value of each window of a volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps the largest value of each window of rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps the largest value of each window of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l1 · Σ|w| + l2 · Σw².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l1 · Σ|w|: drives values to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l2 · Σw²: keeps values small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest of its inputs, value by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned up-sampling of a sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned up-sampling of a volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned up-sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learns the slope of negative values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log(1 + eˣ): a smooth relu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log(sigmoid(x)).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log(softmax(x)) along the last axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes a sequence of equal steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes negative values small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max(x, 0) + min(eˣ − 1, 0): elu without a kink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max(x, 0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of its inputs, value by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory to copy to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min(max(x, 0), 6).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {channels} channels: direct sums or 4×4 tiles cost less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {channels} channels: their weights are better used for many tiles at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiplies and adds a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiplies by noise during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiplies its inputs, value by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must begin with conv, depthwise, separable or deconv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must give every size as many numbers as in has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must give every size as many numbers as in has, 1 or more each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must give p=before,after once per axis, or same, valid or causal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have channels and filters divisible by its groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest repeats cells; the others blend neighbours with cell centres aligned. bilinear_legacy aligns the first cells instead, as Keras 2.2.3 to 2.3.1 and TensorFlow.js do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs in and k with 1 to 3 numbers each, e.g. in64x64 k3x3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs in with 1 to 3 numbers, e.g. in64x64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs oc, the number of filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such operation: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>occurs twice in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one cell&apos;s input exceeds the scratch memory of a thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one channel: the transforms would cost more than they save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {choices} or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one tile&apos;s input exceeds the scratch memory of a thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output_padding must be smaller than the stride. Received output_padding {output_padding}, stride {stride} on axis {axis} ({axis_name}): {output_padding} ≥ {stride}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts all values of a sample in one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts its inputs one after another along an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regularizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats or blends rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats slices, rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared_axes must name axes of the input, from 1 to {last}. Received {received} for the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shares of a whole along one axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slides filters over rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slides filters over slices, rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slides filters over steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest of its inputs, value by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strides above 1 cannot be combined with a dilation_rate above 1. Received strides {strides}, dilation_rate {dilation_rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes 3×3 kernels only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes channels_last only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes dense and grouped convolutions only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes dense convolutions only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes depthwise convolutions only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes kernels of one plane only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes kernels of three to five columns only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes separable convolutions only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes stride 1 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes transposed convolutions of images only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target_shape must hold as many values as a sample of the input: {wanted} does not divide {values}. Received target_shape {target_shape} for the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target_shape must hold as many values as a sample of the input: {wanted} ≠ {values}. Received target_shape {target_shape} for the input shape {input_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target_shape must hold positive integers and at most one −1. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computation was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the concatenated tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the constrained weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the convolution was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the depthwise result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the effective field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input has no {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input in another data_format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel &quot;{kernel}&quot; does not take {problem}, which has the kernels {kernels} and reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel &quot;{kernel}&quot; does not take {problem}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel by phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest value of all rows and columns, per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest value of all steps, per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest value of the whole volume, per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean of all rows and columns, per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean of all steps, per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean of the whole volume, per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the measurement was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name or the config of a known {family}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name or the config of a known {family}, or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output of the convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output phases have too few taps: 3×3 would multiply more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output would have {formula} = {output} {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the packed weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the permuted tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the problem &quot;{problem}&quot; must begin with conv, depthwise, separable, deconv, {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the problem &quot;{problem}&quot; {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reduced input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of PReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of a dense layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of an activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of cropping or padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of global pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of glu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of merging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of rescaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of up-sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rows that one result meets exceed the scratch memory of a thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same values in another shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values of a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights are small multiples of 1/64, whose sums stay exact untransformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window must fit into the input, but spans {window} of {input} {axis}: {arithmetic} &gt; {input}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no convolution kernel named &quot;{kernel}&quot;; the kernels are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a device or a socket, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tuple or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tuple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid: windows stay inside the input. same: zeros around the input, so that with stride 1 the size is kept; an odd zero goes after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid: windows stay inside the input. same: zeros on both ends, so that with stride 1 the length is kept. causal: zeros before only, so that no output sees later steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wants 32 vector registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weighs all values of the last axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x moved by 0.5 towards 0, and 0 between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x where x &gt; 0, else 0.2·x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x where x &gt; 0, else eˣ − 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x where |x| &gt; 0.5, else 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · hard_sigmoid(x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · sigmoid(x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · tanh(softplus(x)).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x ÷ (1 + |x|).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x − tanh(x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x: the sum as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeroes values up to a threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument} (kernel_size of the window) {kernel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument}: nothing is left of the {axis}: {result}. {received}, output_padding {output_padding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument}: unknown {family} &apos;{class_name}&apos;. Known are: {known_names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument}: {class_name} has no field &apos;{field}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument}: {field} of {class_name} cannot be {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument}: {field} of {class_name} must be one of {known}. Received &apos;{received}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument}: {field} of {class_name} must be {bound}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument}: {reason}, so {result}. {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class_name} expects an input of rank {rank}. Received rank {received}, shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class_name} has no argument &apos;{argument}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class_name} makes weights of rank {rank} only. Received the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class_name} reads at least {inputs} inputs. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class_name} reads {inputs} input. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class_name} reads {inputs} inputs. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} of {class_name} must name axes of the shape {shape}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}·{stride} + max({window} − {stride}, 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has no cells: its output is {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} reads something that does not exist or does not come before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} was not computed: a layer before it failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} was not computed: it waits for {before}, which is illegal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} would stand before a layer that it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} and {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {bound}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {wanted}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: its {mebibytes} MiB do not fit into memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: what comes through this pipe does not fit into memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. Did you mean &apos;{meant}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} needs {mebibytes} MiB, which the system did not give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} would have the shape {shape}, more values than can be addressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {shape} needs {count} · 4 bytes = {mebibytes} MiB, but {free_mebibytes} MiB are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: its {mebibytes} MiB do not fit into memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{window} · causal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{window} · dilation {dilation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{window} · stride {strides}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>½·x·(1 + erf(x ÷ √2)).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{character}&apos; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a value: {problem} at character {position}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--input-shape asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--values {range} is for three channels, {input} has {channels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--vary expects LAYER.ARG=A,B,C, like conv2d.strides=1,2; received &apos;{text}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--vary names the layer &apos;{layer}&apos;; the model has {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1 by ImageNet&apos;s mean and deviation (torch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 255 less ImageNet&apos;s mean, blue first (caffe)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · stored − 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel of this shape ({shape}) needs at least {needed} {axis}, this one has {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel of {rows} × {columns} cannot be turned: it needs as many rows as columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shifted input gives a shifted output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single one in the middle: a convolution answers with its kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sum of inputs gives the sum of outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An impulse gives back the kernel, flipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An orthogonal matrix of the shape {shape} needs {size} MiB while it is made, which the system did not give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cropping takes off what padding added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer in the other data_format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 0 to 1 along the columns, the next channels along the other axes: derivatives become constant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here are {rows} × {columns} values. Received {received_rows} × {received_columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent values from 0 to 1, the same for the same seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only numbers can be pasted here. Received {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV gives {received} values where there should be {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV is asked for Concatenate along the last axis only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV is asked for {class} along the last axis only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV refuses this layer: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s Deconvolution adds fewer cells than its stride at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s Deconvolution cannot begin before the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s Deconvolution has no dilation_rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s Eltwise does not repeat inputs along axes of length 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s Resize has no interpolation &apos;{interpolation}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s Resize knows pictures only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s Softplus overflows above 88</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s dnn module has no transposed convolution over volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s dnn module has no {class} for this rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s dnn module has no {class} that is the same function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s dnn module has no {class}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s dnn module takes inputs of rank 2 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s dnn module, where it has the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s functions treat NaN and infinities in their own way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCV&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings that grow finer up to the finest a grid can hold: which frequencies pass, in every direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows must be of one length: row {row} has {received} numbers, those before it {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several inputs for a model with one input are its batch and must have one shape: {first} has {shape}, {other} has {received}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squares of 0 and 1: edges and corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block {block} at {first} lies outside of the weight {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The explanation of a random cell is its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inferred shape is the computed one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is where the numbers begin: nothing was computed for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has {count} inputs, received {received}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run does not fit into the memory: {parts}; together {sum}, but {free} are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same bits with one thread and with all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on one thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The textbook kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are all 0: no factor makes their norm 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values sum to 0: no factor makes their sum 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wavelength of a Gabor kernel must be above 0. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for the edited weight {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to reorder {name} of shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This should not have happened, please report it: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a 1 at {index} gives back the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key in quotes is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a page states no size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a palette with further channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture (1, rows, columns, channels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range counts upwards, at most {most} numbers. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sequence (1, steps, channels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sound is a sequence (1, steps, channels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table is a sequence (1, steps, channels) or a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing in {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a volume (1, slices, rows, columns, channels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of at least 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of at least 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha kept as the fourth channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha kept, colours as stored, which are multiplied by it in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha left out (opaque everywhere)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha left out, colours as stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha left out, colours as stored, which are multiplied by it in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array of shape {shape} has {rank} axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an incomplete last step of {bytes} bytes left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an input of noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an oracle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as stored, 0 to {white}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {index} got {received}, expected {expected}: off by {difference}, allowed {allowed}; {count} of {all} elements are too far off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch × {axes} × channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>be a list of sizes, null where unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>be a list of sizes, null where unknown, or a list of such</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>be a number, at least 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>be a whole number, at least 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>be left out where the case stores its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blending repeats the cells at the edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but the model states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell {cell} is {value}, its explanation gives {recomputed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels_first is channels_last, turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkerboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claims {size} bytes, more than the {packed} bytes packed for it can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour to grey by luminance, 0.299 · red + 0.587 · green + 0.114 · blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commas read as decimal points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constrained weight {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constrained weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constrained weight: expected {expected} tensors, got {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constrained weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converted from CMYK to RGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converted to 8-bit RGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped at the centre from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected the loss {expected}, got {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected the output shape {expected}, got {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected the shape {expected}, got {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {count} numbers from 0 to {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {expected} outputs, got {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {rule} naming {argument} at the stage {stage}, but it was {refusal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f({alpha}·x − {beta}·y) against the sum of the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>floats of {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey repeated as red, green and blue beside alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no input to compute with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have a rule, an argument and a stage (config, build, weights or call)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have some of the keys min, max, mean, zeros and bounds, each a number or [from, to]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have the key layer, model or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no case: no member is called NAME/case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no {member}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {format}, turned back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred {inferred}, computed {computed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input: the layer was built for {built}, and its weights do not fit the channels of {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a damaged zip archive: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is asked of convolutions of one kernel without activation, not of {class}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is asked of zero padding, not of {class}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a .npz archive (no zip file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a complete zip archive: its table of contents, which stands at the end, is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends before its directory of pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends in the data of page {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends in the directory of page {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends in the middle of its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends in the middle of its data, {there} of {stated} bytes are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {channels} channels, expected 1 to {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} channels, expected at most {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lacks its palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches if the values of {weight} are taken as they lie, in the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches if {weight} is read as ({axes})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with a bias of 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with activation = {activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with an input that is read as {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with data_format = &apos;{format}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with rows and columns of {kernel} swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the axes of the array read as {axes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the batch added that the array leaves out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the bilinear of Keras 2.2.3 to 2.3.1, which aligns the first cells instead of the centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the channels of the array in reverse order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the channels of the input in reverse order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the channels of the input in the order 2, 1, 0: blue, green, red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the channels of the input in the order {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the hard_sigmoid of Keras 2: clip(0.2·x + 0.5, 0, 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the odd zero before instead of after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the same number of zeros on both sides, as PyTorch pads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with {argument} = {value}: rows come before columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with {kernel} turned by 180°: a convolution in the mathematical sense, where Keras correlates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches without the bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its colours are of the kind {kind} (photometric interpretation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compression is of the kind {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its data cannot be decoded ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its data cannot be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header does not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header states no size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its length is not stated: read to the end of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its maximum is {maximum}, expected 1 to 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its numbers are complex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its output {shape} needs {output}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values are {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line} holds no number and is read as names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than can be addressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a pattern or a file beside the case, or be a list of such</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a property, or be a list of such</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name an oracle or a file beside the case, or be a list of such</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no layer has a data_format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no window lies wholly inside the input before and after a shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing came through this pipe within a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one channel repeated to {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one thread against {threads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one to three numbers of at least 1 like 64x64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a layer of a class that is not known here is fed an output; {layer} is a {class_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oracle {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output: expected {expected} tensors, got {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padded with zeros from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pattern: expected one of {names}, received &quot;{received}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pattern: expected size, channels, cell or seed, received &quot;{received}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pattern: expected {argument} to be {rule}, received &quot;{received}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pattern: the model&apos;s first layer takes {what}: expected a size of {wanted} numbers, received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ramp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as UTF-16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red, green and blue in {count} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused ({stage}, {rule}): {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resized from {before} to {after} (bilinear)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} of {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows × columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says nothing of a class that is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says nothing of a layer without {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says nothing of {class}, which has no windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifts that must hold: {shifts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifts that must hold: {shifts}: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed integers of {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slices × rows × columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states an output_shape, but has no input and no input_shape with sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states constrained weights, but has no input and no input_shape with sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states constrained weights, but has no weights to constrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states nothing to check: no output, shape, statistics, property, oracle, loss or error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states {what}, but has no input to compute it from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the activation of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the batch of inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the changed weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the class {class_name} is not known here, and its file does not state the shape of its output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the class {class_name} is not known here, so that its output cannot be computed; feed an array in its place to run what follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the class {class_name} is not known here: its file states its output for an input of {expected}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the class {class} of {layer} is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the edited weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the exported map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file announces {stated} frames, {there} can be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file states the output {expected}. Received an array of shape {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first frame of the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of {count} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {read} of {all} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {read} of {all} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {read} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder holds no .npz file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer does not take {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer wants {wanted} weights. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model has {count} inputs, the case names {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model takes {size} in place of {stated}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the share of zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the smallest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stored weights of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no layer &apos;{layer}&apos; whose activation is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no layer to be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no property {name}; there are {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no {class}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory to reorder {input}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these weights are ({axes}): {whose}&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned upright, as its EXIF orientation {orientation} says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two cases are called {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unexpected &apos;{character}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsigned integers of {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values {range}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values {range}, as the model suggests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was accepted, but must be refused with {rule} naming {argument}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: the stored {weight} of {layer} has the shape {stored}, for an input of {expected}. An input of {given} would need {needed}; stored weights are not replaced unasked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is expected is the result in {format} order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zone plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{activation} is no linear function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{activation} runs along an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{activation} runs along the last axis, which is another one in the other data_format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{axes} × channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case}/{role}/{number} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case}: file names a file beside the case. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case}: {key} must {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class} is no linear layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class} takes off what was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files that are no pictures passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} as one slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be opened as a video: broken, or coded in a way that is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} does not fit into memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no numbers below its first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds text, expected numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a broken WAV file: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a broken sound file: it ends in the middle of its data, {there} of {stated} steps can be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a broken sound file: it has no channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a broken sound file: it holds no sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a broken sound file: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a broken video: no frame can be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a broken video: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a broken {format} file: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a sound of a kind that cannot be read: coding {coding} of {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a {format} file of a kind that cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is longer than 2 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not of a kind that can be read: expected a picture (PNG, JPEG, TIFF, BMP, WebP …), .npy, video, WAV or CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: expected a number, received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: a quote is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: expected {columns} numbers as in the first line, received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, {rate} Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: a tile of {size} MiB is more than is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: its {size} MiB do not fit into memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: the model states no input shape to test it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a folder without pictures; its {count} files are of other kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} has the shape {received} of rank {rank}, {who} {stated} of rank {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} has the shape {received}, {who} {stated}, on which {bound} depend. --fit resize, crop or pad would fit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} has the shape {received}, {who} {stated}. --fit resize, crop, pad or model would fit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} has the shape {received}, {who} {stated}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} has the shape {received}, {who} {stated}: it is too large to be padded. --fit resize or crop would fit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} has the shape {received}, {who} {stated}: it is too small to be cropped. --fit resize or pad would fit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} has the shape {received}, {who} {stated}: its channels cannot be made of these. Grey is repeated, and colour becomes grey, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: an array of shape {shape} holds no values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: expected a row from 0 to {last}, received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: {parts} of {rows} × {columns} × {channels} need {needed} MiB as floats, more than is free; read fewer of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: {part} has the white {white}, the first {kind} {first_white}; a volume needs equal ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: {part} is {rows} × {columns} × {channels} of {bytes}-byte values, the first {kind} is {first_rows} × {first_columns} × {first_channels} of {first_bytes}-byte values; a volume needs equal ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: {rows} × {columns} pixels are too many: expected at most 2^30 = {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: {rows} × {columns} pixels in {pictures} pictures · {channels} channels · ({depth} + 4) bytes = {needed} MiB, but {free} MiB are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: {rows} × {columns} pixels · {channels} channels · ({depth} + 4) bytes = {needed} MiB, but {free} MiB are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: {what}, but the model&apos;s first layer takes {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} against OpenCV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} against {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} by {kernel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has no stored weight {weight}: it has {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} in the other data_format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is a {class}, which has no argument {argument}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} holds no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} is given twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} is no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} is no part of a case; known are case, input, weights/N, output, activations/LAYER and constrained/N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{oracle} failed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts}, its weights {weights}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts}, the kernel&apos;s copy of them {copy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts}, the layers before it keep {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts}, their drawing {drawing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} says nothing of {case} or of a layer of it; it holds {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: its arrays of {size} MiB do not fit into memory, of which {free} MiB are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {member} states {size} bytes, more than its {packed} packed bytes can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pattern} {size}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. Did you mean &apos;{word}&apos; or &apos;{second}&apos; or &apos;{third}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. Did you mean &apos;{word}&apos; or &apos;{second}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. Did you mean &apos;{word}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{property} could not be tried on {layer}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{property} does not hold for {layer}: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{property} of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence}; the smallest input found that breaks it: {input}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape} read as {axes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statistic} is {value}, expected {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stored} of {total} weights of {layer} are stored ones, the others are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weight} must have the shape {wanted}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
