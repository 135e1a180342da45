import { beliefs } from './beliefs-en.ts';
import type { QuizMessages } from './messages.ts';

export const quiz = {
  number: 'Question {n} of {total}',
  client: {
    pod: 'The Pod {name}',
    node: 'A process on {name}',
    outside: 'A client outside the cluster',
  },
  dials: '{client} dials {address}.',
  dialsInMode: '{client} dials {address}, and kube-proxy runs in {mode} mode.',
  mode: { iptables: 'iptables', nftables: 'nftables' },
  asks: {
    process: 'On which port, if any, does a process accept the connection?',
    'packet-after-rules':
      'After the rules on the node have acted, which destination port is written on the packet?',
    outcome: 'How does the connection end?',
  },
  between: ' ',
  typePort: 'Type a port number',
  nothing: 'Nothing is reached',
  outcomes: {
    reached: 'A process accepts it',
    refused: 'Refused',
    'timed-out': 'Timed out',
    'no-such-name': 'No such name',
  },
  check: 'Check',
  tryAgain: 'Try again',
  answerAgain: 'Answer again',
  problems: {
    empty: 'Type a port number, or choose “Nothing is reached”. This cost no attempt.',
    'not-a-port': 'A port is a whole number from 1 to 65535. This cost no attempt.',
    'no-choice': 'Choose one ending first. This cost no attempt.',
    repeated: 'This is the answer you gave before. It cost no attempt.',
  },
  loadFailed: 'The feedback could not be loaded. Your answer is still here: check it again in a moment.',
  answeredBefore: 'You answered this on this device. Step into the question to see the feedback.',
  noScript: 'Answers are checked with JavaScript. Without it:',
  answerKey: 'Answer key',
  right: 'Correct.',
  wrong: 'Incorrect.',
  theAnswer: 'The answer: {answer}.',
  or: ' or ',
  given: {
    port: '{value}',
    nothing: 'no process',
    reached: 'an accepted connection',
    refused: 'a refusal',
    'timed-out': 'a timeout',
    'no-such-name': 'no such name',
  },
  because: {
    one: 'You get {answer} if {belief}.',
    two: 'You get {answer} if {first}, or if {second}.',
  },
  misconceptions: beliefs,
  unknown: {
    port: '{value} stands in no field of the manifest. Follow the packet up to the hop that decides.',
    other: 'Follow the packet up to the hop that decides.',
  },
  hop: '{place}: {text}',
  accepts: '{place}: the process accepts on {port}.',
  routeSoFar: 'The route up to there',
  wholeRoute: 'The whole route',
  lookAt: {
    line: 'Look at line {line}, `{field}`.',
    listens: 'Line {line}: where the process listens.',
    nowhere: 'No line decides this: it depends on where the client stands.',
  },
} satisfies QuizMessages;
