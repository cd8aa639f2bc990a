import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Attributes<Props> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props>;
type Own<Props> = Props & Attributes<Props> & { readonly ref?: Ref<HTMLAnchorElement> };

/** A link to a page of the console, in text. */
export const AnchorLink = createLink((props: Own<AnchorProps>) => <Anchor {...props} />);

/** A link to a page of the console that looks like a button. */
export const ButtonLink = createLink((props: Own<ButtonProps>) => <Button component="a" {...props} />);
