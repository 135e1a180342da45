/** The words of routes in Polish. */
import type { RouteMessages } from './messages.ts';

export const route = {
  route: 'Trasa {n}',
  hopsOf: 'Etapy trasy {n}',
  kind: {
    client: 'klient',
    name: 'DNS klastra',
    resolver: 'serwer DNS',
    'cluster-ip': 'wirtualny|adres IP',
    'external-ip': 'zewnętrzny|adres IP',
    'load-balancer': 'load balancer',
    node: 'węzeł',
    'node-port': 'port węzła',
    rules: 'reguły|na {node}',
    pod: 'Pod',
    outside: 'poza klastrem',
  },
  service: 'usługa',
  rules: 'reguły na {node}',
  unchanged: 'bez zmian',
  rejected: 'odmowa',
  listens: 'nasłuchuje',
  noPort: 'tu nie ma portu',
  outsideLand: 'poza klastrem',
  beyond: 'dalej',
  end: 'koniec',
  oneOfMany: 'losowy|gotowy Pod',
  onlyOne: 'tylko jeden|Pod do wyboru',
  mode: { iptables: 'tryb iptables', nftables: 'tryb nftables' },
  outcome: {
    reached: 'przyjęte',
    refused: 'odrzucone',
    'timed-out': 'przekroczony czas',
    'no-such-name': 'nie ma nazwy',
  },
  note: {
    'answer-bypasses-node': 'odpowiedź|idzie na skróty',
    'hairpin-answer-lost': 'odpowiedź|idzie na skróty',
    'name-unknown': 'DNS klastra|jej nie zna',
    'headless-without-endpoints': 'headless, a Pody|nie są gotowe',
    'external-name-unknown': 'tamtej nazwy|też nie ma',
    'external-name-is-address': 'adres nie jest|nazwą',
    'cluster-dns-not-asked': 'nikt nie pyta|DNS klastra',
    'port-not-declared': 'brak reguły|dla {port}',
    'protocol-not-declared': 'brak reguły|dla {protocol}',
    'cluster-ip-unassigned': 'adres bez|żadnej usługi',
    'load-balancer-not-intercepted': 'zostawione|load balancerowi',
    'other-proxy': 'zostawione|innemu proxy',
    'node-port-not-on-this-address': 'brak reguły|dla adresu',
    'endpoint-is-cluster-ip': 'drugiej|zamiany nie ma',
    'no-selector': 'brak punktów|końcowych',
    'no-pod-selected': 'selektor|nic nie wybrał',
    'no-ready-endpoint': 'żaden Pod|nie jest gotowy',
    'named-port-missing': 'żaden Pod nie|zna tej nazwy',
    'slice-port-differs': 'inny port|w EndpointSlice',
    'cluster-ip-rejected': 'adres bez zmian:|reguła odmawia',
    'no-local-endpoint': 'porzucony: tu|nie ma Poda',
    'source-not-allowed': 'porzucony: obcy|adres źródłowy',
    'unassigned-dropped': 'porzucony: adres|bez usługi',
    'nobody-answers': 'pakiet opuszcza węzeł|i nikt nie odpowiada',
    'not-routed-from-outside': 'żadna trasa nie|prowadzi pod ten adres',
    'nothing-listens': 'nikt tu nie|nasłuchuje',
    'listens-on-other-address': 'nasłuchuje|na innym adresie',
    'own-address': '',
  },
  packet: 'Zapisane w pakiecie',
  to: 'do',
  from: 'od',
  or: 'lub',
  rewrittenHere: 'tu zamiana',
  neverRewritten: 'bez zmian do końca',
  sourceKept: 'bez zmian: proces widzi adres klienta',
  masqueraded: 'to widzi proces',
  unchangedShort: 'bez zmian',
  morePods: {
    one: 'i jeszcze {n} Pod',
    few: 'i jeszcze {n} Pody',
    many: 'i jeszcze {n} Podów',
    other: 'i jeszcze {n} Poda',
  },
  hop: {
    'address-dialed': 'Klient {client} łączy się z adresem IP, więc niczego nie trzeba sprawdzać w DNS.',
    'name-dialed': 'Klient {client} podaje nazwę i port. Najpierw nazwa musi się zmienić w adres.',
    'answer-bypasses-node':
      'Pakiet dotarł, ale reguły innego węzła podmieniły go bez maskarady. Odpowiedź omija tamten węzeł i klient jej nie rozpoznaje.',
    'hairpin-answer-lost':
      'Reguły innego węzła skierowały Poda do niego samego, bez maskarady. Odpowiedź omija tamten węzeł i klient jej nie rozpoznaje.',
    'cluster-ip-record':
      'Odpowiada adresem IP usługi w klastrze. W rekordzie A nie ma portu: numer {port} klient zna wcześniej.',
    'headless-record':
      'To usługa headless: w odpowiedzi są adresy jej gotowych Podów. Żadna reguła niczego już nie podmieni.',
    'endpoint-record': 'Odpowiada adresem jednego Poda usługi headless.',
    'localhost-record': 'Odpowiada własny plik hosts tej maszyny; DNS klastra nikt nie pyta.',
    'external-name-record':
      'To usługa typu ExternalName: odpowiedzią jest inna nazwa, którą trzeba sprawdzić osobno. Port zostaje taki, jaki podał klient.',
    'name-unknown': 'W DNS klastra nie ma takiej nazwy. Bez adresu żaden pakiet nie wyruszy.',
    'headless-without-endpoints':
      'To usługa headless, a żaden z jej Podów nie jest gotowy, więc nie ma adresu, którym można odpowiedzieć.',
    'external-name-unknown': 'Usługa odsyła do innej nazwy, a tej nazwy nie ma.',
    'external-name-is-address':
      'W polu `externalName` stoi adres IP, a DNS klastra nie podaje go jako nazwy.',
    'cluster-dns-not-asked':
      'Węzły i maszyny spoza klastra pytają inny serwer DNS, a ten domyślnie nie zna nazw z klastra.',
    'cluster-ip':
      'To adres IP usługi {at} w klastrze. Nie ma go żadna maszyna: działa dzięki regułom na każdym węźle.',
    'external-ip': 'To jeden z adresów `externalIPs` usługi {at}; znają go reguły na węzłach.',
    'load-balancer-ip': 'To adres load balancera usługi {at}; znają go także reguły na węzłach.',
    'service-port':
      'Reguły rozpoznają port {port} pod adresem IP usługi. Jądro wpisuje jako cel adres gotowego Poda i port {new}.',
    'node-port':
      'Reguły rozpoznają port {port} pod adresem węzła. Jądro od razu wpisuje jako cel adres gotowego Poda i port {new}; port usługi nie ma tu nic do rzeczy.',
    'external-ip-port':
      'Reguły rozpoznają port {port} pod zewnętrznym adresem IP. Jądro wpisuje jako cel adres gotowego Poda i port {new}.',
    'load-balancer-port':
      'Reguły rozpoznają port {port} pod adresem load balancera. Jądro wpisuje jako cel adres gotowego Poda i port {new}.',
    'host-port':
      'Reguła wtyczki sieciowej rozpoznaje port hosta {port}, a jądro wpisuje jako cel adres Poda i port {new}.',
    'port-not-declared':
      'Usługa nie ma portu {port}, więc nie pasuje żadna reguła. W pakiecie zostaje ten sam adres i port.',
    'protocol-not-declared':
      'Usługa ma port {port} dla innego protokołu, więc nie pasuje żadna reguła. W pakiecie nic się nie zmienia.',
    'cluster-ip-unassigned': 'Tego adresu nie ma żadna usługa, więc nie pasuje żadna reguła.',
    'load-balancer-not-intercepted':
      'Pole `ipMode` ma wartość Proxy: reguły zostawiają połączenie load balancerowi i niczego nie podmieniają.',
    'other-proxy': 'Etykieta oddaje tę usługę innemu proxy, więc nie ma dla niej reguł.',
    'node-port-not-on-this-address':
      'Reguły rozpoznają port {port} tylko pod głównym adresem węzła, a {address} nim nie jest. Nic się nie zmienia.',
    'endpoint-is-cluster-ip': 'Nowy cel sam jest adresem IP usługi, a drugi raz pakietu nikt nie podmienia.',
    'no-selector':
      'Usługa nie ma selektora ani obiektu EndpointSlice, więc nie ma dokąd skierować połączenia. Reguła odmawia.',
    'no-pod-selected':
      'Etykiet z selektora nie ma żaden Pod. Dla usługi bez punktów końcowych istnieje reguła, która odmawia od razu.',
    'no-ready-endpoint': 'Żaden z wybranych Podów nie jest gotowy. Reguła odmawia od razu.',
    'named-port-missing':
      'W polu `targetPort` stoi nazwa, a żaden z wybranych Podów nie ma portu o tej nazwie. Reguła odmawia od razu.',
    'slice-port-differs':
      'W obiektach EndpointSlice nie ma portu o tej nazwie i tym protokole. Reguła odmawia od razu.',
    'cluster-ip-rejected':
      'Reguła odrzuca wszystko, co nadal zmierza pod adres IP usługi. Odmowa przychodzi od razu.',
    'no-local-endpoint':
      'Polityka ruchu to Local, a wszystkie gotowe Pody są na innych węzłach. Reguła porzuca pakiet.',
    'source-not-allowed': 'Klienta nie ma w `loadBalancerSourceRanges`. Reguła porzuca pakiet.',
    'unassigned-dropped': 'Reguła porzuca pakiety do adresów z zakresu usług, których nie ma żadna usługa.',
    'node-address': 'To adres węzła {at}, więc pakiet dociera do tego węzła i do jego reguł.',
    'own-address': {
      pod: 'Klient łączy się sam ze sobą: pakiet nie opuszcza Poda.',
      node: 'Węzeł łączy się sam ze sobą: pakiet go nie opuszcza.',
      beyond: 'Maszyna łączy się sama ze sobą: pakiet jej nie opuszcza.',
    },
    'routed-to-node': 'Sieć ma trasę do tego adresu i prowadzi ona na węzeł {at}.',
    'pod-address': 'Pakiet dociera pod adres Poda zwykłą trasą.',
    'nothing-listens': {
      pod: 'Pakiet dociera, ale w Podzie {at} na porcie {port} nie nasłuchuje żaden proces. Jądro odmawia.',
      node: 'Portu {port} nie zna tu żadna reguła i nie nasłuchuje na nim żaden proces węzła {at}. Jądro odmawia.',
      beyond: 'Na maszynie {at} nic nie nasłuchuje na porcie {port}. Jej jądro odmawia.',
    },
    'listens-on-other-address': {
      pod: 'Proces nasłuchuje na porcie {port}, ale pod innym adresem, na przykład tylko 127.0.0.1. Jądro odmawia.',
      node: 'Proces na węźle {at} nasłuchuje na porcie {port}, ale pod innym adresem. Jądro odmawia.',
      beyond: 'Proces na maszynie {at} nasłuchuje na porcie {port}, ale pod innym adresem. Jądro odmawia.',
    },
    'process-listens': 'Proces przyjmuje połączenie.',
    'health-check': 'Odpowiada tu samo kube-proxy: podaje stan usługi.',
    'outside-address': 'Pakiet opuszcza węzły i zmierza do {at}.',
    'nobody-answers':
      'Żadna reguła nie zatrzymuje pakietu: opuszcza on węzeł, a pod adresem {address} nikt nie odpowiada.',
    'not-routed-from-outside':
      'Domyślnie żadna trasa nie prowadzi z zewnątrz pod adres {address}. Nikt nie odpowiada.',
  },
  pick: {
    one: 'Do wyboru jest tylko jeden Pod.',
    few: 'Losuje jeden z {n} gotowych Podów, raz dla każdego połączenia.',
    many: 'Losuje jeden z {n} gotowych Podów, raz dla każdego połączenia.',
    other: 'Losuje jeden z {n} gotowych Podów, raz dla każdego połączenia.',
  },
  masquerade: 'Jako źródło wpisuje adres węzła {node}, żeby odpowiedź wróciła tą samą drogą.',
  sees: {
    client: 'Widzi prawdziwy adres klienta, {source}.',
    node: 'Widzi adres węzła, a nie klienta {client}.',
  },
  inMode: { iptables: 'Tryb iptables.', nftables: 'Tryb nftables.' },
  listensOn: 'nasłuchuje na',
  notRewritten: 'bez zmian',
  verdict: {
    reached: 'dociera do {port}',
    refused: 'połączenie odrzucone',
    'timed-out': 'przekroczony czas oczekiwania',
    'no-such-name': 'nie ma takiej nazwy',
  },
  verdictInMode: '{verdict} ({mode})',
  rewriting: {
    destination: 'zamiana adresu docelowego',
    both: 'zamiana obu adresów',
    none: 'bez żadnej zamiany',
    'sent-none': 'żaden pakiet nie wyrusza',
  },
  joinVerdict: ' albo ',
  toFind: 'jeden numer do znalezienia',
  sentence: {
    start: 'Trasa {n}: {client} łączy się z {dialed}.',
    rewritten: 'Reguły na węźle {node} wpisują do pakietu port {ports}.',
    kept: 'Nic nie zostaje podmienione.',
    reached: 'Połączenie dociera do portu {ports}: {names}.',
    refused: 'Połączenie zostaje odrzucone.',
    'timed-out': 'Czas oczekiwania mija bez odpowiedzi.',
    'no-such-name': 'Takiej nazwy nie ma.',
    ask: 'Porty za regułami są zakryte.',
  },
  listSeparator: ' lub ',
} satisfies RouteMessages<'pl'>;
