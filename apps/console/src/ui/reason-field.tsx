import { Textarea } from '@mantine/core';

export const LONGEST_REASON = 500;

export interface ReasonFieldProps {
  readonly description: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  /** The dialog begins with it. */
  readonly 'data-autofocus'?: boolean;
}

/** Why somebody does something: it is required, and stays with what they did. */
export const ReasonField = ({ onChange, ...props }: ReasonFieldProps) => (
  <Textarea
    label="Reason"
    onChange={(event) => onChange(event.currentTarget.value)}
    maxLength={LONGEST_REASON}
    autosize
    minRows={2}
    required
    {...props}
  />
);
