import { Tabs } from '@mantine/core';
import { isObject } from '../../../ui/schema-form/index.js';
import { ResourceForm, type ResourceFormProps } from './resource-form.js';
import { SourceEditor } from './source-editor.js';

/** Two ways to edit the same: by the form, or as text. */
export const EditorTabs = (props: ResourceFormProps) => (
  <Tabs defaultValue="form" keepMounted={false}>
    <Tabs.List aria-label="How to edit">
      <Tabs.Tab value="form">Form</Tabs.Tab>
      <Tabs.Tab value="source">Source</Tabs.Tab>
    </Tabs.List>
    <Tabs.Panel value="form" pt="md">
      <ResourceForm {...props} />
    </Tabs.Panel>
    <Tabs.Panel value="source" pt="md">
      <SourceEditor
        label={`Source of the ${props.kind.singular}`}
        value={props.value}
        readOnly={props.readOnly}
        onChange={(next) => {
          if (isObject(next)) props.onChange(next);
        }}
      />
    </Tabs.Panel>
  </Tabs>
);
