/** Replays every recorded connection, look-up, EndpointSlice and kubectl table against the engine. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_ENVIRONMENT } from '../../src/engine/index.ts';
import {
  commandsOf,
  compareConnection,
  compareLookUp,
  compareSlices,
  compareTerminal,
  connectionsOf,
  lookUpsOf,
} from './datapath-comparisons.ts';
import { clusterOf, environment, recordings } from './datapath-recordings.ts';

describe.each(recordings.map((recording) => ({ recording, id: recording.id })))('$id', ({ recording }) => {
  test('no manifest of a recorded cluster is rejected', () => {
    expect(clusterOf(recording).rejected).toEqual([]);
  });

  test.each(connectionsOf(recording))('$id $from dials $to with $proxyMode', (probe) => {
    const { mine, recorded } = compareConnection(recording, probe);
    expect(mine).toEqual(recorded);
  });

  test.each(lookUpsOf(recording))('$id $from looks up $type $lookUp', (probe) => {
    const { mine, recorded } = compareLookUp(recording, probe);
    expect(mine).toEqual(recorded);
  });

  test('the EndpointSlices are those the controllers made', () => {
    const { mine, recorded } = compareSlices(recording);
    expect(mine).toEqual(recorded);
  });

  test.each(commandsOf(recording))('%s', (command) => {
    const { mine, recorded } = compareTerminal(recording, command);
    expect(mine).toEqual(recorded);
  });
});

test('the environment of the recordings is the one a cluster stands in unless told otherwise', () => {
  const { about: _words, ...fields } = environment;
  expect(DEFAULT_ENVIRONMENT).toEqual(fields);
});
