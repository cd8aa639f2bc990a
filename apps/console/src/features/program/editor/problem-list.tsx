import { Alert, Anchor, List, Text } from '@mantine/core';
import { type PlacedProblem, fieldId } from '../../../ui/schema-form/index.js';

export interface ProblemListProps {
  readonly problems: readonly PlacedProblem[];
  /** Of the rest of the draft. */
  readonly elsewhere: number;
}

/** Everything that is wrong, each leading to its field. */
export function ProblemList({ problems, elsewhere }: ProblemListProps) {
  if (problems.length === 0 && elsewhere === 0) return null;
  return (
    <Alert
      color={problems.length > 0 ? 'red' : 'yellow'}
      title={
        problems.length === 1
          ? 'One problem'
          : problems.length > 1
            ? `${problems.length} problems`
            : 'Problems elsewhere'
      }
      role="status"
    >
      <List size="sm">
        {problems.map(({ path, message }) => (
          <List.Item key={`${path} ${message}`}>
            <Anchor component="button" type="button" size="sm" onClick={() => focusOn(path)} className="mono">
              {path === '' ? 'the whole' : path}
            </Anchor>{' '}
            {message}
          </List.Item>
        ))}
      </List>
      {elsewhere > 0 && (
        <Text size="sm">
          {elsewhere === 1
            ? 'The rest of the draft has one problem: it can be saved, and not yet be published.'
            : `The rest of the draft has ${elsewhere} problems: it can be saved, and not yet be published.`}
        </Text>
      )}
    </Alert>
  );
}

/** To the field of a problem, or to what it stands in. */
function focusOn(path: string): void {
  for (let place = path; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const element = document.getElementById(fieldId(place));
    if (element) {
      element.scrollIntoView({ block: 'center' });
      element.focus();
      return;
    }
  }
}
