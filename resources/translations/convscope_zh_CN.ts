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
    <message>
        <source>Samples and recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a layer</source>
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
    <message>
        <source>what it reads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputChoices</name>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2, mean %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputProblem</name>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the shape %2, the model states %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its channels or axes cannot be made of these: grey is repeated, and colour becomes grey, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too small to be cropped: resize or pad it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large to be padded: resize or crop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that are stored depend on it: resize, crop or pad it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize, crop or pad it, or let the model take its size.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputWords</name>
    <message>
        <source>%1 + %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model reads the picture&apos;s own size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one cell of the model is %1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps the aspect; cuts %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps the aspect; adds %1 of zeros; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too small to be cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large to be padded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that are stored depend on the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for this model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are no picture&apos;s values: they stay as stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change what is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was chosen for this input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored with the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with the model. Open or drop a file to read that instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads what %1 reads, until a file is chosen for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads what %1 reads, until a file is chosen for it or something is changed here.</source>
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
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 array</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n arrays</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is illegal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block %1, %2, output %3, folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block %1, %2, unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the weights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fed from %1</source>
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
    <message>
        <source>add %1</source>
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
    <name>LimitsQuestion</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Limits of TensorFlow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ConvScope computes this stack, but Keras on TensorFlow will not do the same with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeHeadings</name>
    <message>
        <source>map %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maps %1 to %2</source>
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
    <name>RibbonRuns</name>
    <message numerus="yes">
        <source>%1, %n blocks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermWords</name>
    <message>
        <source>One value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The %1 largest are listed.</source>
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
    <message>
        <source>Map: pin the cell; pinned: open its arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map, arithmetic: unpin the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: type a value, go down, go right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: raise, lower the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: turn the kernel by 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: mirror left–right, top–bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: previous, next channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: split or new map, difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: receptive field of the pinned cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic: previous, next input channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic: output, input, kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic: play or pause the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic: pin or unpin the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stack: fold the block around, unfold the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stack: fold all blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads: read another tensor in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads: read it no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads: move it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads: first, last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: previous, next filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: slice of the kernel back, forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic: cell back, forward in scan order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic: slice back, forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic: previous, next map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic: receptive field of the pinned cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic: all digits</source>
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
    <message>
        <source>Add layer of class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export code or weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the stack as Keras code, or its weights alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at the next picture beside the open one with the same stack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at the picture before the open one with the same stack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a picture or a file from the clipboard as the input, or a layer or a stack as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy layer as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the layer with its arguments as Keras writes it; Paste adds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy stack as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the whole stack as model.to_json() gives it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add input to layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the selected layer read another tensor as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace input of layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the selected layer read another tensor in place of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove input of layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input that is current under Reads in the inspector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move input of layer up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move input of layer down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold all blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One card for layers whose names begin alike, and for a model inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold all blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed output of layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes an array for the output of a layer of a class that is not known here, so that the layers behind it run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop feeding layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on to the next layer that was looked for, in a folded block too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to the layer before that was looked for.</source>
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
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum %1 %2</source>
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
    <message>
        <source>%1 left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this cell</source>
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
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line&apos;s %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of each before the division</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest of %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 times %3 is about %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to output %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, from padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, all with padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equals the computed map in float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computed map differs by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice tap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other slice tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other %1 slice taps</source>
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
    <message>
        <source>Channel</source>
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
    <message>
        <source>of 0–%1</source>
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
    <name>convscope::CaseFigures</name>
    <message>
        <source>Errors: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest |Δ|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |Δ|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ULP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 · each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values were compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest |Δ| per map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the worst of %1 maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::CaseList</name>
    <message>
        <source>Run all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cases yet. Drop .npz files or a folder here, open some, or save the selected layer as a case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases in place of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save layer as case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in 1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::CasePanel</name>
    <message>
        <source>Worst cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept as expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argument=value, e.g. kernel_size=5; Enter changes the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change one argument of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, map %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst cell: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case to look into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that the case states holds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::CaseTableModel</name>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in no file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest |Δ|</source>
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
    <name>convscope::ComparisonView</name>
    <message>
        <source>Expected, computed and difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed − expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2: expected %3, computed %4, difference %5</source>
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
        <source>open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would hold no whole stack: see Export code or weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export code or weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no picture, no layer and no file that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paste stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paste %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is no picture of a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last picture of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first picture of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaf through pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open %1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::EdgeStrip</name>
    <message>
        <source>%1 reads %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n below</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n above</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
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
    <message>
        <source>a number of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill</source>
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
    <message>
        <source>Receptive field of the pinned cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R in the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the arithmetic of the pinned cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter on the pinned cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin or unpin the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay on the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays the photo over the map at half strength.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the maps: %1</source>
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
        <source>Exported %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is and as the model reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the input is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin or unpin the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colormap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the map (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the map (*.npy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input %1</source>
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
    <message>
        <source>Small U-Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two inputs, what differs</source>
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
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the hits alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
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
    <message>
        <source>Nothing answers to “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these goes here; a click takes one all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not go here; a click takes it all the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::FitCard</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::FormulaPicture</name>
    <message>
        <source>%1 others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel, %1 of %2 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel, %1 taps × %2 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of products</source>
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
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the map has %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::FormulaPresenter</name>
    <message>
        <source>Copied the sum with all digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is where the numbers begin. Pin a pixel here to see what it reaches in the layers behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned cell lies outside this map. Click a pixel to see why it has its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pixel to see why it has its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding up …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This place in all %1 maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees no cell of the input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::FormulaStrip</name>
    <message>
        <source>Why this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the strip shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sum with all digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::GraphCommands</name>
    <message>
        <source>Output of %1, of shape %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop feeding %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrays (*.npy *.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was fed from %2, which is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file?</source>
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
    <name>convscope::InputForm</name>
    <message>
        <source>From 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels, frame, row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model suggests %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fourth channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no alpha here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part is kept. The outline in the picture can be dragged too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as dragged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::InputPairPresenter</name>
    <message>
        <source>a zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values as stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float32, %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown from black, %1, to white, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the file, the part kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the model, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a cell, or walk to it with the arrow keys, to see how its numbers were made; click or Enter pins it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first before scaling, from the pixels of rows %1, columns %2:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1  column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 [%2, %3] = %4 ← row %5, column %6 of %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag what is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::InputPairView</name>
    <message>
        <source>The picture as it is and as the model reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model reads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::InputValuesView</name>
    <message>
        <source>Values of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
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
    <message>
        <source>Stated by the file</source>
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
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fed with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bypassed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes on what it reads</source>
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
    <message>
        <source>seen by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached by %1</source>
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
    <name>convscope::LargestTable</name>
    <message>
        <source>index %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n largest</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>index, share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
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
    <name>convscope::LiveMapPresenter</name>
    <message>
        <source>No map yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, live</source>
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
    <message>
        <source>No map matches</source>
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
    <message>
        <source>Receptive field of the pinned cell (R)</source>
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
    <message>
        <source>value ÷ √(%1 + %2) · gamma + beta, which is value × weight + shift with the numbers below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest of %1 values wins: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest of %1 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variance of %1 values: the mean of (value − %2)².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 values, added up.</source>
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
    <message>
        <source>both ends fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, lower end fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, upper end fixed</source>
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
    <name>convscope::NormBars</name>
    <message>
        <source>Norm of each filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter %1: norm %2</source>
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
    <name>convscope::PinnedField</name>
    <message>
        <source> · %1 % padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · through %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective field, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective field, first order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::PresetBar</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wavelength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobel x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobel y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplacian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emboss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gabor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values as the layer&apos;s initializer draws them, with the next seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gabor: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only kernels of several cells have a shape.</source>
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
        <source>repair %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file states an output of %1; layers that do not depend on it run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file does not state the shape of its output; layers that do not depend on it run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not known here: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept as it came and written back unchanged. An array (.npy or .npz) can stand in for its output, so that the rest runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed its output…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not read this input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at the right what is to be done to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the input</source>
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
    <name>convscope::RailStrip</name>
    <message>
        <source>Who reads whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reads %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ReadListModel</name>
    <message>
        <source>Input %1, %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ReadingBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops reading; what is open stays (Esc).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ReadsPresenter</name>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no longer reads %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order of what %1 reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already input %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer after this one would make a loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n layers after this one would make a loop</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name, class or shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 also reads %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reads %2, not %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would not fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::ReadsSection</name>
    <message>
        <source>Reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the layer reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter replaces what is read, Del takes it away, Alt+↑ ↓ moves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the layer read another tensor as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tensors, in this order</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
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
    <name>convscope::ResponsePlot</name>
    <message>
        <source>Nothing passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low frequencies pass: a blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean does not pass: edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High frequencies are raised: sharper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All frequencies pass about alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency response. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Horizontal and vertical frequency up to half a wave per cell, zero in the middle; %2 dB at the brightest, %3 dB less at the darkest.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::RibbonOverview</name>
    <message>
        <source>Overview of the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers %1 to %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::SettingStrips</name>
    <message>
        <source>Maps along each argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::SettingView</name>
    <message>
        <source>Map of the setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No map: not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same for all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from row %1, column %2 on: %3, the mean of %4 × %4 cells</source>
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
    <message>
        <source>not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log scale</source>
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
    <name>convscope::SplitMapView</name>
    <message>
        <source>Map before and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now − before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, before %2, now %3</source>
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
    <message>
        <source>No layer matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in 1 block</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n blocks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Find layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::StackPresenter</name>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move %1</source>
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
    <message>
        <source> · %1 of %2 stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input does not fit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more are not known here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::SuiteDocument</name>
    <message>
        <source>Remove case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate case</source>
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
    <name>convscope::SweepChip</name>
    <message>
        <source>Argument that varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1, 2, 4 or 1..5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag %1 onto the table&apos;s upper edge, or press Enter: it makes the columns. Left and right arrow change the order.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::SweepPage</name>
    <message>
        <source>Sweep: select a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settings are many. Compute them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 settings take about %2. Compute the others?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of date: the stack has changed since. Run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1 as cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes all settings with the stack as it is now (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes the settings that are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps what is done (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against the textbook kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against OpenCV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against the first setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a setting to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticked settings, or all that can be. Space or Ctrl+click ticks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest |Δ|  %1, allowed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stack has %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stack has %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table saved in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::SweepTable</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
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
    <name>convscope::TestActions</name>
    <message>
        <source>Run all cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold layer against its oracle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes the selected layer a second time, by the textbook kernels unless another oracle is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check properties of layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must be true of the selected layer whatever its weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder of cases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save new cases as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save layer as case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save stack as case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept as expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the case computes becomes what it expects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change one argument of case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo in cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo in cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next failed case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous failed case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group cases by file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes the selected layer under many settings of its arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold cases against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold cases against: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test cases (*.npz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder of cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test cases (*.npz)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::TestPage</name>
    <message>
        <source>Keep settings of a sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a layer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case follows no layer of the open stack; its worst cell is explained below the numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save layer as case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save stack as case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept as expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases saved in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test cases have unsaved changes. Save them first?</source>
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
    <name>convscope::WeightCells</name>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightFacts</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Norm of each filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the start values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw new start values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the layer all weights that it had before the first edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>zero filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was before the first edit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightHistogram</name>
    <message>
        <source>Histogram of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3 values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightMatchDialog</name>
    <message>
        <source>fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matched by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matched by class and number, as the names differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matched by order, as the names differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n layers with weights, %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take the %n that fit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Which weights go where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrays %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightNames</name>
    <message>
        <source>all of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1 of filter %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deviation %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightOrigins</name>
    <message>
        <source>drawn from the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundled stack</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightOverview</name>
    <message>
        <source>Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1, filter %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightTools</name>
    <message>
        <source>Turn by 90° (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left and right (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror top and bottom (Shift+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn by 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add 0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtract 0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More to do with the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the mean away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides by the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount to add, or factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the number to every value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every value by the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides by the root of the sum of squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightsEditor</name>
    <message>
        <source>The weights are being computed: try again in a moment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightsPage</name>
    <message>
        <source>Which weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What presets and tools change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice of the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the map is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen kernel, filter or weight as text for spreadsheets and numpy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers from a spreadsheet, from numpy or from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn by 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw new start values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the chosen kernel, filter or weight from its initializer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the constraint of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convscope::WeightsPresenter</name>
    <message>
        <source>Range of each filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input has no weights. Select a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no weights: all that it does stands in its arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of %1 are not known before it has run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to apply to the chosen kernel; drag to another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to apply to every channel of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to apply to all kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gabor, %1° %2 cells %3°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: drawn with seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: start values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are being computed: try again in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constraint of %1 applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to change: all keep to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 values changed: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 kernels changed (filter/channel): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of %1 restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1, filter %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2   drag up or down, Shift: finer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice %1 of %2</source>
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
    <message>
        <source>&apos;channels_last&apos; or &apos;channels_first&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;float16&apos;, &apos;float32&apos; or &apos;float64&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 array {shapes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ÷ (1 + e⁻ˣ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ÷ x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ÷ √x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2: the length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that takes part besides those of the tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the mean square, so that nothing is divided by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All inputs must have the same shape but for the axis. Received the shapes {first} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All inputs must have the same shape. Received the shapes {first} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antialias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approximate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes along which the mean square is taken; −1 is the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes along which the squares are added up; −1 is the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes that are taken together, counted with the batch as 0; negative ones from the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes that are turned round, counted with the batch as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes that go; None: all of length 1 but the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes that have numbers of their own, e.g. −1 for one per channel; none: the same for all values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes whose values are normalized together; −1 is the last, the channels of channels_last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis along which the cells are repeated, counted with the batch as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis along which the values are taken together; −1 is the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis of the input that each axis of the output comes from, 0 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case without arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of every value, e.g. 0.00392 for 8-bit pictures, or a list of factors, one per channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of negative values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the exponential part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the second input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of values below the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of what is below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First operand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HDF5 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far along the columns: one number, or a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far along the rows: one number, or a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the brightness changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the contrast changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the hue changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the saturation changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large the changed part or the change is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each cell stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often training leaves the branch out, from 0 to 1. Outside training nothing happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong the change is: one number, or the range it is drawn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How {layer} of the class {class} computes its values is not told here, so they cannot be explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into how many groups the channels are divided; −1: each by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its root divides every value; None: a weight, learned from data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON holds no weights; save as .keras to keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras 2 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras 3 has no name for the bilinear of Keras 2.2 and 2.3, which counts from the origin, and will not load it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras 3 has no name for the hard_sigmoid of Keras 2 (0.2x + 0.5) and will not load it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras 3 has no such layer and will not load it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras 3 writes negative bounds, but refuses to load them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras HDF5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras on TensorFlow adds the bias along the width in channels_first where the output is as wide as it has channels, which is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplacian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger values become this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least and largest value of the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA weights cannot be read; merge them into the kernel first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of factors: the length of the last axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in place of the first tensor; None: the first tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in place of the second tensor; None: the last tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pickle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the new axis in the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places of the new axes in the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python source holds no weights; save them beside it as .weights.h5 and call model.load_weights()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns of the blur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SavedModel folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second operand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape with the batch first; one −1 stands for what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller values become this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off every value; None: a weight, learned from data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow Lite model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow on a CPU without oneDNN (other processors than x86, or TF_ENABLE_ONEDNN_OPTS=0) refuses this convolution in channels_first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow refuses 0 with padding=&quot;same&quot; and a kernel that spans an even number of cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow without oneDNN (other processors than x86, or TF_ENABLE_ONEDNN_OPTS=0) refuses a depthwise convolution whose strides differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow without oneDNN (other processors than x86, or TF_ENABLE_ONEDNN_OPTS=0) refuses a dilated transposed convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow.js model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axis that is normalized (axis {axis}) must be defined. Received the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds {count} cases; this is the first, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is an empty picture. Received the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer ELU: x where x &gt; 0, else alpha·(eˣ − 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer LeakyReLU: x where x &gt; 0, else slope·x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer ReLU: relu with a limit, a slope and a threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer Softmax: softmax along an axis of choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer ThresholdedReLU: x where x &gt; theta, else 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer acts during training only: here the value passes unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer is bypassed: it hands its first input on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least length that is divided by; None: 1e-07.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shapes must be equal, or 1 where they differ, counted from the last axis: {first} ≠ {second}. Received the shapes {a} and {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value that padding adds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TimeDistributed expects an input with steps behind the batch. Received the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values above become this; None: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values up to here become 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values up to here count as negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes in at the borders where fill_mode is constant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes in at the borders: constant, reflect, wrap or nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What padding adds: constant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands between the brackets, one entry per axis: &apos;:&apos; all cells, &apos;1:3&apos; from 1 up to before 3, &apos;::2&apos; every second one, &apos;0&apos; one cell, whose axis goes, &apos;None&apos; a new axis, &apos;...&apos; the axes not named. The batch stays whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the factors are before training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a smaller output blends all cells that it stands for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is computed by tanh in place of erf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the axes stay, with length 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the picture is widened to the output&apos;s shape first, so that nothing is distorted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the way back is gone: times the spread, plus the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether what does not fit the output&apos;s shape is cut off on both sides first, so that nothing is distorted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the blur: one number, or a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Y factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Sequential model has an InputLayer behind another layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layer has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layer must be an object with class_name and config. Received {json}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layer of a Sequential model would read {count} tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model of {count} inputs is called with {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number greater than 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number or a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number, a list of numbers or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of a tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program that builds the architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range counts upwards, {first} is more than {last}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range has at most {most} numbers. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range is A..B with two whole numbers. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a small map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sweep has at most {most} settings. These are {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing in &apos;{values}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds axes of length 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds its second input, scaled, to the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer or a list of integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another float type; here everything stays float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>architecture and weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>architecture, weights and inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axes must name every axis once, the batch (0) first. Received {axes} for the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis None would take the whole batch together; name axes other than the batch. Received the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis must be the first behind the batch or the last. Received {axis} for the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis must name an axis to normalize. Received {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis names a place twice. Received {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis of Softmax must name an axis of the output. Received {axis} for the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch renormalisation is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bilinear, which samples at half pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blanks a part at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurs pictures at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both tensors must have the same rank, as the batch must stay the first axis. Received the shapes {a} and {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bounds from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brings groups of channels to mean 0 and spread 1, each picture by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brings the values of every place to mean 0 and spread 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells along an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes colours at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the brightness at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the contrast at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the height at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the hue at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the saturation at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the sharpness at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the width at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels_last, a GPU, or another backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels_last, use_bias=False, or another backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an argument and values for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claims {bytes} bytes, more than the file of {size} bytes can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip(x + 3, 0, 6) ÷ 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip(x, −1, 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped at the bottom left from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped at the bottom right from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped at the top left from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped at the top right from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dilation_rate=1, or another backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divides by the length of the vector along an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divides by the root of the mean square along an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dtype must be &apos;float32&apos;, the type everything is computed in, or another floating-point type. Received {dtype}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dtype must be &apos;float32&apos;, the type everything is computed in, or another floating-point type; quantised weights cannot be read. Received {dtype}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dtype must be a float type, as everything is computed in float32. Received &apos;{dtype}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elu that keeps mean and variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elu without a kink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emboss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enlarges pictures at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal strides, or another backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every cell several times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exchanges two axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected an object with class_name and config. Received {stated}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eˣ ÷ Σ eˣ along an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eˣ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill_mode must be &apos;constant&apos;. Received &apos;{mode}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame {frame} of the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>get_config()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups must be a positive integer, or −1 for one group per channel. Received {groups}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups must divide the number of input channels. Received groups {groups} for {channels} channels of the input shape {shape}: {channels} mod {groups} = {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hands its input on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hands its input on; training does not go further back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hard_sigmoid, which is (x + 3) / 6 in Keras 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a config that is no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a field &apos;{name}&apos; of a form that is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a field &apos;{name}&apos; that is no list of integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has its values in another file, which is not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has its weights in several files (shards), which cannot be read; save it without max_shard_size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no attribute {config}: it is no whole model, perhaps weights alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no attribute {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the field &apos;{key}&apos;, which {class_name} does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no array {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no {weights}, the member with the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds text, not numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds values of type &apos;{descr}&apos; (pickled Python objects); readable are floats, integers, booleans and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds values of type &apos;{descr}&apos;; readable are floats, integers, booleans and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds weights alone ({name}); name the model they belong to, and this file as its weights (--weights)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>horizontal, vertical or horizontal_and_vertical.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inbound_nodes of &apos;{name}&apos; is no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial must be None. Received {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input_shape must be a list of sizes with the batch, None where unknown, or a list of such lists. Received {stated}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input_shape must be a list of sizes, None where unknown, without the batch. Received {json}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverts pictures at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is JSON nested more than {limit} levels deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is JSON, but no Keras model: expected an object with class_name and config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is Python source, which is only written here, never run; save the model from Keras as .keras or as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a PyTorch file, whose layers are Python code, which is never run here; rebuild the model in Keras and save it as .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a SavedModel of TensorFlow, which holds a program rather than layers; load it in Keras and save it as .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a TensorFlow Lite model, whose layers are merged and often quantised; save the model it was made from as .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a TensorFlow.js model, whose weights lie in other files; turn it back with tensorflowjs_converter --input_format=tfjs_layers_model --output_format=keras_saved_model, or save the original as .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a checkpoint of TensorFlow: values without a model; load it into the model in Keras and save that as .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a damaged HDF5 file: the texts of its attribute {name} do not lie where it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a damaged HDF5 file: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a folder, not a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a function of the user, which a file cannot hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a graph of TensorFlow (a protocol buffer), not a Keras model; save the model it was made from as .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a pickled Python object (an old PyTorch file, or joblib), which would run code when read; save the model from Keras as .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a safetensors file: arrays without a model; load them in Keras and save the model as .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a zip archive, but holds neither a Keras model (config.json) nor a case: no member is called NAME/case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an HDF5 file whose addresses are not of 8 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an HDF5 file, but holds no Keras model: neither model_config nor layers with weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an ONNX model, whose operators are no Keras layers; save the model from Keras as .keras, or rebuild it there (e.g. with onnx2keras)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut off: an HDF5 file of only {size} bytes, which does not hold its own superblock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut off: an HDF5 file that says it ends at byte {end}, but holds only {size} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no HDF5 file: it does not begin with the signature of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no model: neither JSON nor an archive, nor HDF5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no zip archive, which a .keras or .npz file is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not JSON: wrong in line {line}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not readable JSON: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not whole JSON: it ends in line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of a class that is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is packed with the filter number {number}, which is not among those of the HDF5 library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is packed with the filter {name}, which is not among those of the HDF5 library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is put together from other arrays (a virtual dataset), which is not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is what get_config() gives, without the class it belongs to; save model.to_json() instead, or the model as .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not state its format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has fewer frames than it states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with a bias, where the stored one is 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with a bias, which this layer does not have (use_bias=False)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with a bias, whose array is missing among the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with approximate = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with as many zeros at other places: {zeros}, before + after, instead of {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with the approximate gelu: ½·x·(1 + tanh(√(2 ÷ π)·(x + 0.044715·x³)))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it matches with {kernel} mirrored along its {axes} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names more axes than there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no input layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no output layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by Keras 1 ({keys}), whose arguments and weights mean other things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by Keras 1, whose arguments and weights mean other things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its class {own} is not known here; its layers are read as those of a plain {plain}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its config has no list of layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its dtype policy is {policy}; everything is computed in float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its format chunk is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its groups are nested deeper than {limit} levels; they may be linked into themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its layers read each other in a circle, among them &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its output &apos;{output}&apos; is an input, not a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps the middle of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key does not fit: {reason}. Received [{key}] for the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key must be what stands between the brackets of x[…], e.g. &apos;:, 1:3, ::2&apos;. Received {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>laid over black by its alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>laid over white by its alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest value along axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves out the whole branch at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log(1 + eˣ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log(sigmoid(x))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log(softmax(x)) along an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes pictures grey at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max(x, 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean along axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean and variance must be given together or not at all. Received mean {mean}, variance {variance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean and variance must have the same shape. Received mean {mean}, variance {variance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean may have as many axes as axis names. Received mean {mean}, axis {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean must have one number per place along axis {axis}: {want} ≠ {have}. Received the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min(max(x, 0), 6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirrors pictures at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>models are saved as {endings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves pictures at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiplies every channel by a learned number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be the name or the config of a known {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name must be a string. Received {stated_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names must be unique within a model, but &apos;{name}&apos; occurs twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natural logarithm of x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest copies cells; the others blend neighbours with cell centres aligned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest or bilinear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newshape must begin with the batch, or −1 for it, and hold as many values behind it as a sample of the input. Received {shape} for the input shape {input}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newshape must hold positive integers and at most one −1, the batch first. Received {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: {class} needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of shape {shape} claims more values than any file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of shape {shape} {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of x1 and x2 must be a tensor. Received the numbers {x1} and {x2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one value is wanted, a tuple in brackets. Received {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only an axis of length 1 can go. Received axis {axis} of length {length} of the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one of crop_to_aspect_ratio and pad_to_aspect_ratio can be True</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open an input first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order must be 2, the length of a vector. Received {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output_padding=None (the output becomes one stride longer) or an odd kernel_size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padded with zeros, itself at the bottom left, from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padded with zeros, itself at the bottom right, from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padded with zeros, itself at the top left, from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padded with zeros, itself at the top right, from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>projection_dim must be the length of the last axis. Received {dim} for the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts its inputs one behind another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantised weights cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove it: it does nothing once a model is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows or columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slants pictures at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest value along axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something reads &apos;{layer}&apos;, which is no layer of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something reads call {node} of &apos;{layer}&apos;, which is called {size} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something reads output {tensor} of &apos;{layer}&apos;, which has {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation along axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states a shape, but its values were never written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states a size that no file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states no {version}: it was written by Keras 1, whose weights are stored otherwise, or by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretches a picture to a size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum along axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a known mean off and divides by a known spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes axes of length 1 away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes colour away at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes shades away at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the array {path} {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the attribute {name} claims {many} texts of {each} bytes, more than the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the attribute {name} claims {many} texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the attribute {name} is damaged: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the attribute {name} is no single text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the attribute {name} is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the batch must stay whole, so it must begin with :</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the config of {class_name} must be an object. Received {config}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the constant may have one axis less than the tensor, as the batch is not its own. Received shape {constant} for the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the group &apos;{group}&apos; is damaged: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index {index} lies outside of {length} cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input &apos;{name}&apos; is missing from its input_layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input is not kept in an HDF5 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input kept with it cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the larger of x1 and x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last cell first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer &apos;{name}&apos; is never called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer &apos;{name}&apos; reads nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer class &apos;{class_name}&apos; holds code of its author, which a file cannot bring along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model cannot be read: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model of this case lies in a file beside it and is changed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the nearest whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the resized picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of a function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of a reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the smaller of x1 and x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole number above x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole number below x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this class has no groups: only 1 is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this operation reads {wanted} tensors where x1 and x2 state {stated} constants. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tilts pictures at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trainable must be True or False. Received {trainable}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turns pictures at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two inputs are called &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two layers are called &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown layer class &apos;{class_name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values no further than between two numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variance along axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warps pictures at random during training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was written by Keras 2.12 to 2.14, whose weights alone do not say which layer they belong to; open the whole .keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: array {index} ({name}) of {layer} must have the shape {shape}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: array {index} belongs to {layer}, which is no layer of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: expected those of {count} layers with weights. Received those of {received} layers, not all of the same names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: expected {expected}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: the file holds some of {name}, which is no layer of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: the file lists {weight} of {layer}, but does not hold it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: weight_layers must name one layer for each of the {count} arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: {layer} must have {expected}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: {weight} belongs to no layer of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is expected is the result with its channels in reverse order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is expected is the result with its channels in the order {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with every call of the models inside it, it has {count} layers; at most {limit} can be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x + {scale}·y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x where x &gt; 0, else alpha·(eˣ − 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x where x &gt; 0, else slope·x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · hard_sigmoid(x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · sigmoid(x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x ÷ (1 + |x|)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x1 + x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x1 to the power x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x1 · x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x1 ÷ x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x1 ÷ x2, the operator /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x1 − x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x[key]: the cells that indices and ranges name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument} has no values: they are expected behind the equals sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument} must be one number, or as many as the input has along its last axes. Received {value} for the input shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument} of {layer} and {count} other layers: {limit}. Instead: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument} of {layer} and {other}: {limit}. Instead: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument} {reason}. Received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument}: unknown {word} &apos;{name}&apos;. Known are: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case}: the model has {count} inputs, the case {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case}: the weights cannot be given to the layers, because neither the model nor the case states an input shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class} has no argument &apos;{key}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class}: {key} is {received}, but {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} arrays {shapes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{groups} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input}: expected a {kind} from 0 to {last}, received {received}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} must be a list of sizes, None where unknown. Received {json}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers}: not computed, as a class is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} cannot read {name}, which depends on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} cannot read {name}: the model has no such tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has not been computed as it stands now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is kept and written back, but not computed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} must read at least one tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} reads {count} tensors: change what it reads in place of moving it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} was not computed: it waits for {before}, whose class {class_name} is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}.{argument}: {limit}. Instead: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: Keras knows no bypass and computes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: its weights are not written, because their shapes are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: the Keras that wrote this summed the activity penalty over the batch; here it is divided by the batch, as in later versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message}. Did you mean &apos;depthwise_{rest}&apos; or &apos;pointwise_{rest}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message}. Did you mean &apos;depthwise_{rest}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message}. It has: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message}: since Keras 2 it is called &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no output now, so that its shape is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the case has neither layer nor model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{object}: has no attribute {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} of {all}, counted from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: floatx is {floatx}, but everything is computed in float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: image_dim_ordering is a key of Keras 1 and is ignored; image_data_format takes its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {key} must be {allowed}. Received {python_text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}; Keras&apos; defaults are used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence}; the smallest inputs found that break it: {inputs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum}; {activation} makes it {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{terms} products make {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{terms} products make {sum}, the bias adds {bias}: {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{terms} values make {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{walked} is a link by name, which is not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{walked} is a link to another file, which is not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{walked} is damaged: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|x|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>½·x·(1 + erf(x ÷ √2))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−1 is the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a damaged HDF5 file: its signature is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a damaged HDF5 file: its superblock is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its chunks are of no size, or of more than {most} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its extents are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its fill value is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its filters are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header at byte {at} does not lie in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header at byte {at} is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header at byte {at} is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header at byte {at} shares parts with others, which no Keras writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its layout is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its list of members is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its list of other files is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its type is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {length} bytes at byte {at} do not lie in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its attributes is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its links is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of its chunks is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of its members at byte {at} is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the names of its members at byte {at} are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{object} is damaged: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped from row {row}, column {column} on, from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have a number or [from, to] for {key}, received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have some of the keys {keys}, each a number or [from, to]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have {key} as [from, to], the lower end first, received {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no array of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no weights for {names} and {count} more layers, which keep those they had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no weights for {names}, which keep those they had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds several arrays ({names}), none of them called {layer}: call one so, or save it alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds weights alone ({name}); a case in .npz names the model they belong to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padded with zeros, itself at row {row}, column {column}, from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the activation {activation} is not linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the names of its layers are others: its weights were given by the classes of the layers and their numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the names of its layers are others: its weights were given in the order of the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: the model takes {count} arrays. Received {received}, in one list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case}: {where} has no key {unknown}; there are {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class} is not a linear layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class} on every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} was not computed: it waits for {before}, which is illegal: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} was not computed: {before} failed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}: a case by itself would not be refused for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
