import { beliefs } from './beliefs-pl.ts';
import type { QuizMessages } from './messages.ts';

export const quiz = {
  number: 'Pytanie {n} z {total}',
  client: {
    pod: 'Klient w Podzie {name}',
    node: 'Proces na węźle {name}',
    outside: 'Klient spoza klastra',
  },
  dials: '{client} łączy się z {address}.',
  dialsInMode: 'Na węzłach działa kube-proxy w trybie {mode}. {client} łączy się z {address}.',
  mode: { iptables: 'iptables', nftables: 'nftables' },
  asks: {
    process: 'Na którym porcie proces przyjmie to połączenie, jeśli w ogóle do niego dotrze?',
    'packet-after-rules': 'Reguły na węźle zrobiły swoje. Z którym numerem portu pakiet idzie dalej?',
    outcome: 'Czym skończy się ta próba?',
  },
  between: ' ',
  typePort: 'Wpisz numer portu',
  nothing: 'Nie dotrze do żadnego procesu',
  outcomes: {
    reached: 'Połączenie przyjęte',
    refused: 'Połączenie odrzucone',
    'timed-out': 'Przekroczony czas oczekiwania',
    'no-such-name': 'Nie ma takiej nazwy',
  },
  check: 'Sprawdź',
  tryAgain: 'Spróbuj ponownie',
  answerAgain: 'Odpowiedz jeszcze raz',
  problems: {
    empty: 'Wpisz numer portu albo wybierz „Nie dotrze do żadnego procesu”. Próba się nie liczy.',
    'not-a-port': 'Port to liczba całkowita od 1 do 65535. Próba się nie liczy.',
    'no-choice': 'Najpierw wybierz zakończenie. Próba się nie liczy.',
    repeated: 'Ta odpowiedź już padła. Próba się nie liczy.',
  },
  loadFailed:
    'Nie udało się wczytać wyjaśnienia. Twoja odpowiedź jest zachowana: sprawdź ją ponownie za chwilę.',
  answeredBefore:
    'To pytanie ma już odpowiedź zapisaną na tym urządzeniu. Przejdź do niego, aby zobaczyć wyjaśnienie.',
  noScript: 'Odpowiedzi sprawdza JavaScript. Bez niego:',
  answerKey: 'Klucz odpowiedzi',
  right: 'Odpowiedź poprawna.',
  wrong: 'Odpowiedź niepoprawna.',
  theAnswer: 'Poprawna odpowiedź: {answer}.',
  or: ' albo ',
  given: {
    port: '{value}',
    nothing: '„nie dotrze do żadnego procesu”',
    reached: '„połączenie przyjęte”',
    refused: '„połączenie odrzucone”',
    'timed-out': '„przekroczony czas oczekiwania”',
    'no-such-name': '„nie ma takiej nazwy”',
  },
  because: {
    one: 'Odpowiedź {answer} zakłada, że {belief}.',
    two: 'Odpowiedź {answer} zakłada, że {first} albo że {second}.',
  },
  misconceptions: beliefs,
  unknown: {
    port: 'Numeru {value} nie ma w żadnym polu manifestu. Prześledź pakiet do miejsca, które rozstrzyga.',
    other: 'Prześledź pakiet do miejsca, które rozstrzyga.',
  },
  hop: '{place}: {text}',
  accepts: '{place}: proces przyjmuje połączenie na porcie {port}.',
  routeSoFar: 'Trasa do tego miejsca',
  wholeRoute: 'Cała trasa',
  lookAt: {
    line: 'Zobacz wiersz {line}, pole `{field}`.',
    listens: 'Zobacz wiersz {line}: gdzie nasłuchuje proces.',
    nowhere: 'Tego nie rozstrzyga żaden wiersz, tylko miejsce, w którym jest klient.',
  },
} satisfies QuizMessages;
