<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>%n article imported</numerusform>
            <numerusform>%n articles imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) found</source>
        <translation>
            <numerusform>%n quote found</numerusform>
            <numerusform>%n quotes found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) written to {}</source>
        <translation>
            <numerusform>%n quote written to {}</numerusform>
            <numerusform>%n quotes written to {}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsDialog</name>
    <message numerus="yes">
        <source>✓ %n article(s)</source>
        <translation>
            <numerusform>✓ %n article</numerusform>
            <numerusform>✓ %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>○ %n article(s) already in the project</source>
        <translation>
            <numerusform>○ %n article already in the project</numerusform>
            <numerusform>○ %n articles already in the project</numerusform>
        </translation>
    </message>
</context>
</TS>
