import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Json } from '../../../ui/schema-form/index.js';
import { isSame } from '../program.js';
import { type Format, parsedSource, printed } from '../source-text.js';

export interface SourceEditorProps {
  readonly label: string;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
  readonly readOnly: boolean;
}

const STYLES = {
  input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-sm)' },
};

/** A value as text, JSON or YAML. Nothing is changed while the text can't be read. */
export function SourceEditor({ label, value, onChange, readOnly }: SourceEditorProps) {
  const [format, setFormat] = useState<Format>('json');
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  /** What the text says: what comes back from outside is not printed over what is being typed. */
  const said = useRef<Json | undefined>(undefined);
  const shown = useRef<Format | undefined>(undefined);

  useEffect(() => {
    if (shown.current === format && isSame(said.current, value)) return;
    let isCurrent = true;
    void printed(value, format).then((next) => {
      if (!isCurrent) return;
      [said.current, shown.current] = [value, format];
      setText(next);
      setError(undefined);
    });
    return () => {
      isCurrent = false;
    };
  }, [value, format]);

  const change = (next: string) => {
    setText(next);
    void parsedSource(next, format).then((parsed) => {
      if ('error' in parsed) return setError(parsed.error);
      setError(undefined);
      said.current = parsed.value;
      onChange(parsed.value);
    });
  };
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label="Format"
        data={[
          { value: 'json', label: 'JSON' },
          { value: 'yaml', label: 'YAML' },
        ]}
        value={format}
        onChange={(next) => setFormat(next === 'yaml' ? 'yaml' : 'json')}
        style={{ alignSelf: 'flex-start' }}
      />
      <Textarea
        label={label}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        readOnly={readOnly}
        spellCheck={false}
        autosize
        minRows={10}
        maxRows={40}
        styles={STYLES}
        error={
          error === undefined ? undefined : (
            <Text span size="xs" style={{ whiteSpace: 'pre-wrap' }}>{`Can not be read yet: ${error}`}</Text>
          )
        }
      />
    </Stack>
  );
}
