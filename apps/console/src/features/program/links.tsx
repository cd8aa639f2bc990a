import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Attributes<Props> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & {
  readonly ref?: Ref<HTMLAnchorElement>;
};

const AnchorButton = (props: ButtonProps & Attributes<ButtonProps>) => <Button component="a" {...props} />;
const TextAnchor = (props: AnchorProps & Attributes<AnchorProps>) => <Anchor {...props} />;

/** A button that goes to another page of the console. */
export const LinkButton = createLink(AnchorButton);

/** Text that does. */
export const TextLink = createLink(TextAnchor);
