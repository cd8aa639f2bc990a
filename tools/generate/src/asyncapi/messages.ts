import type { JsonSchema } from './contract-schemas.ts';

/** A message of the document: its payload, and how people call it. */
export interface Message {
  readonly name: string;
  readonly title: string;
  readonly summary?: string;
  readonly contentType: 'application/json';
  readonly payload: JsonSchema;
}

/** A message whose payload is a type of the contracts. */
export function messageOf(type: string, schema: JsonSchema | undefined): Message {
  const summary = schema?.description?.split('\n')[0];
  return message(type, { $ref: `#/components/schemas/${type}` }, summary);
}

/** One message for each member of a union of frames: by the name of its type, or by its `type` where it has none. */
export function framesOf(union: JsonSchema | undefined): Message[] {
  const members = union?.anyOf ?? [];
  return members.map((member) => {
    if (member.$ref !== undefined) return message(member.$ref.split('/').at(-1) ?? '', member);
    const { type = {}, ...others } = member.properties ?? {};
    const alike = members.filter(({ properties }) => properties?.['type']?.const === type.const);
    const [first = ''] = alike.length > 1 ? Object.keys(others) : [];
    return message(`${capital(String(type.const))}${capital(first)}Frame`, member);
  });
}

const message = (name: string, payload: JsonSchema, summary?: string): Message => ({
  name,
  title: name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
  ...(summary === undefined ? {} : { summary }),
  contentType: 'application/json',
  payload,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
