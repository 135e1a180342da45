import type { QuizMessages } from './messages.ts';

export const beliefs = {
  'port-is-reached': {
    belief: 'proces nasłuchuje na porcie usługi (`port`)',
    rule: 'Reguły, które rozpoznają port usługi, zastępują go innym numerem. Proces nigdy go nie widzi.',
  },
  'port-is-reached/node': {
    belief: 'połączenie z węzłem kończy się na porcie usługi (`port`)',
    rule: 'Port usługi nie ma pod adresem węzła nic do rzeczy: reguły znają tam port węzła i od razu wpisują do pakietu port z pola `targetPort`.',
  },
  'port-is-reached/pod': {
    belief: 'każde połączenie kończy się na porcie usługi (`port`)',
    rule: 'Ten port działa pod adresem IP usługi. Tu klient łączy się z adresem Poda i żadna reguła nie zmienia pakietu.',
  },
  'node-port-in-pod': {
    belief: 'port węzła (`nodePort`) jest portem w Podzie',
    rule: 'Port węzła działa pod adresem węzła, a tamtejsze reguły podmieniają go, zanim pakiet dotrze do Poda.',
  },
  'container-port-is-reached': {
    belief: 'o porcie procesu decyduje `containerPort`',
    rule: 'Pole `containerPort` tylko opisuje kontener i żadnego pakietu tam nie kieruje.',
  },
  'container-port-opens': {
    belief: 'porty otwiera dopiero `containerPort`',
    rule: 'Pole `containerPort` niczego nie otwiera.',
  },
  'target-port-makes-listen': {
    belief: 'proces nasłuchuje na porcie z pola `targetPort`',
    rule: 'O porcie procesu decyduje program, a nie manifest.',
  },
  'process-is-found': {
    belief: 'reguły same znajdą port procesu',
    rule: 'Reguły trzymają się manifestu i nie pytają Poda.',
  },
  'ports-swapped': {
    belief: 'dla klienta jest `targetPort`, a dla Poda `port`',
    rule: 'Klient łączy się z usługą przez `port`.',
  },
  'port-is-in-the-pod': {
    belief: 'port usługi (`port`) jest także portem w Podzie',
    rule: 'Reguły znają `port` pod adresem usługi, a w Podzie decyduje proces.',
  },
  'target-port-on-cluster-ip': {
    belief: 'pod adresem IP usługi działa też `targetPort`',
    rule: 'Reguły znają pod adresem IP usługi tylko `port`.',
  },
  'node-port-on-cluster-ip': {
    belief: 'pod adresem IP usługi działa też `nodePort`',
    rule: 'Port węzła działa tylko pod adresami węzłów.',
  },
  'target-port-is-closed': {
    belief: 'do Poda prowadzi tylko usługa',
    rule: 'W klastrze, jeśli NetworkPolicy tego nie zabrania, działa też adres Poda.',
  },
  'port-is-on-the-node': {
    belief: 'port usługi (`port`) działa też pod adresem węzła',
    rule: 'Reguły znają pod adresem węzła tylko port węzła (`nodePort`). Resztą zajmuje się sam węzeł.',
  },
  'target-port-on-the-node': {
    belief: 'port docelowy (`targetPort`) działa też pod adresem węzła',
    rule: 'Port docelowy jest portem Poda. Reguły znają pod adresem węzła tylko `nodePort`, resztą zajmuje się sam węzeł.',
  },
  'cluster-ip-from-anywhere': {
    belief: 'z adresem IP usługi w klastrze można się połączyć zewsząd',
    rule: 'Adres IP usługi istnieje tylko w regułach na węzłach. Z zewnątrz domyślnie nie prowadzi tam żadna trasa.',
  },
  'cluster-ip-is-a-machine': {
    belief: 'odmawia maszyna o adresie IP usługi',
    rule: 'Adresu IP usługi nie ma żadna maszyna. Gdzie nie pasuje żadna reguła, tam nie ma kto zaprotestować.',
  },
  'undeclared-is-refused': {
    belief: 'na zły numer zawsze ktoś odpowie odmową',
    rule: 'W trybie iptables żadna reguła nie obejmuje numerów spoza listy `ports`, a adresu IP usługi nie ma żadna maszyna.',
  },
  'name-from-anywhere': {
    belief: 'nazwę usługi zna każda maszyna',
    rule: 'DNS klastra pytają domyślnie tylko Pody. Węzły i maszyny z zewnątrz pytają inny serwer DNS.',
  },
  'no-endpoints-times-out': {
    belief: 'połączenie z usługą bez punktów końcowych ginie bez śladu',
    rule: 'Dla usługi bez punktów końcowych kube-proxy zapisuje osobną regułę, więc odpowiedź jednak przychodzi.',
  },
  'no-endpoints-no-name': {
    belief: 'usługa bez punktów końcowych nie ma nazwy',
    rule: 'Nazwa i adres IP należą do usługi i zostają, nawet gdy nie ma ani jednego Poda.',
  },
  'pods-found-by-name': {
    belief: 'usługa znajduje Pody po nazwie',
    rule: 'Usługa wybiera Pody po etykietach, nie po nazwach: Pod musi mieć każdą etykietę z pola `selector`.',
  },
  'nobody-listens-times-out': {
    belief: 'port, na którym nic nie nasłuchuje, milczy',
    rule: 'Tutaj pakiet dociera na miejsce, a jądro może odpowiedzieć także tam, gdzie nie nasłuchuje żaden proces.',
  },
  'address-needs-a-name': {
    belief: 'adres IP też trzeba znaleźć w DNS',
    rule: 'Tu niczego nie trzeba szukać: klient łączy się z adresem IP.',
  },
  'name-holds-the-port': {
    belief: 'DNS klastra zna porty',
    rule: 'Rekord A zawiera adres, a nie port: to, czy nazwa istnieje, nie zależy od numeru.',
  },
  'node-port-on-localhost': {
    belief: 'adres 127.0.0.1 jest adresem węzła jak każdy inny',
    rule: 'W trybie nftables port węzła działa domyślnie tylko pod głównym adresem węzła.',
  },
  'target-port-always': {
    belief: 'każde połączenie kończy się na porcie docelowym (`targetPort`)',
    rule: 'Reguły wpisują ten numer tylko do pakietów, które rozpoznają. Każdy inny pakiet zachowuje swój.',
  },
  'first-port-wins': {
    belief: 'liczy się pierwsza pozycja listy `ports`',
    rule: 'Każda pozycja listy `ports` ma własne reguły.',
  },
  'protocol-is-ignored': {
    belief: 'numer portu działa tak samo dla TCP i UDP',
    rule: 'Reguła sprawdza razem adres, protokół i port.',
  },
  'headless-translates': {
    belief: 'usługa headless też kieruje na `targetPort`',
    rule: 'Bez adresu IP usługi żadna reguła nie zmienia pakietu: zostaje numer wybrany przez klienta.',
  },
  'headless-has-rules': {
    belief: 'do Podów usługi headless prowadzą tylko numery z `ports`',
    rule: 'Nazwa usługi headless prowadzi do adresów Podów, a po drodze nie ma żadnej reguły.',
  },
  'local-is-a-preference': {
    belief: 'polityka `Local` w razie potrzeby sięga po Pody z innych węzłów',
    rule: 'Polityka `Local` nie zna wyjątków: Pody z innych węzłów nie wchodzą w grę.',
  },
  'local-for-everybody': {
    belief: '`externalTrafficPolicy` obejmuje także klientów w Podach',
    rule: 'Polityka `externalTrafficPolicy` dotyczy klientów spoza klastra, a Poda, który się łączy, nie obejmuje.',
  },
  'running-is-enough': {
    belief: 'każdy działający Pod dostaje połączenia',
    rule: 'Liczą się tylko gotowe Pody, a ten gotowy nie jest.',
  },
  'target-port-beats-slice': {
    belief: 'także tu rozstrzyga `targetPort`',
    rule: 'Bez selektora liczy się port zapisany w obiekcie EndpointSlice.',
  },
  'no-selector-means-all': {
    belief: 'brak selektora oznacza wszystkie Pody',
    rule: 'Bez selektora żaden kontroler nie szuka Podów.',
  },
  'selector-crosses-namespaces': {
    belief: 'selektor znajduje Pody w każdej przestrzeni nazw',
    rule: 'Selektor szuka tylko w przestrzeni nazw swojej usługi.',
  },
  'one-label-is-enough': {
    belief: 'wystarczy jedna wspólna etykieta',
    rule: 'Pod musi mieć każdą etykietę z pola `selector`.',
  },
  'short-name-everywhere': {
    belief: 'nazwa usługi działa w każdej przestrzeni nazw',
    rule: 'Nazwa dotyczy jednej przestrzeni nazw: tej, którą podaje, a jeśli żadnej nie podaje, przestrzeni klienta.',
  },
  'namespaces-are-walls': {
    belief: 'przestrzenie nazw oddzielają ruch',
    rule: 'Przestrzenie nazw oddzielają nazwy, a nie pakiety.',
  },
  'wrong-field-is-dropped': {
    belief: 'serwer API pomija błędy w manifeście',
    rule: 'Serwer API przyjmuje obiekt w całości albo wcale.',
  },
  'unknown-name-is-refused': {
    belief: 'na nieznaną nazwę ktoś odpowiada odmową',
    rule: 'Bez adresu klient nie ma z kim się połączyć, więc nie ma też kto odmówić.',
  },
  'unknown-name-vanishes': {
    belief: 'zapytanie o nieznaną nazwę zostaje bez odpowiedzi',
    rule: 'Serwer DNS odpowiada od razu, cokolwiek znajdzie.',
  },
  'unreachable-is-refused': {
    belief: 'na każdy niedostarczony pakiet ktoś odpowiada odmową',
    rule: 'Odmowa to też odpowiedź, a na tej trasie nikt jej nie wysyła.',
  },
  'pod-from-anywhere': {
    belief: 'z adresem Poda można się połączyć zewsząd',
    rule: 'Z zewnątrz domyślnie nie prowadzi do Podów żadna trasa.',
  },
  'external-name-maps-ports': {
    belief: 'usługa typu ExternalName zamienia porty',
    rule: 'Usługa typu ExternalName jest tylko drugą nazwą; jej porty nic nie robią.',
  },
  'external-name-takes-an-address': {
    belief: 'w `externalName` może stać adres IP',
    rule: 'Pole `externalName` jest na nazwę; DNS klastra nie bierze z niego adresów IP.',
  },
  'source-ranges-everywhere': {
    belief: 'pole `loadBalancerSourceRanges` chroni też porty węzłów',
    rule: 'Reguły sprawdzają nadawcę tylko pod adresem load balancera.',
  },
  'pending-is-dead': {
    belief: 'usługa bez adresu load balancera jeszcze nie działa',
    rule: 'Adres IP usługi i port węzła działają od początku.',
  },
  'node-port-on-balancer': {
    belief: 'pod adresem load balancera działa `nodePort`',
    rule: 'Reguły znają pod adresem load balancera tylko `port`.',
  },
  'host-network-everywhere': {
    belief: 'pole `hostNetwork` otwiera port na każdym węźle',
    rule: 'Proces nasłuchuje na swoim węźle i tylko tam.',
  },
  'loopback-is-enough': {
    belief: 'adres 127.0.0.1 jest dostępny z innych Podów',
    rule: 'Każdy Pod ma własny adres 127.0.0.1; nic z zewnątrz tam nie dociera.',
  },
  'only-target-port-is-open': {
    belief: 'w Podzie otwarty jest tylko `targetPort`',
    rule: 'Po drodze nie ma usługi: liczy się to, gdzie nasłuchuje proces.',
  },
  'pods-are-alike': {
    belief: 'we wszystkich Podach usługi proces nasłuchuje na tym samym porcie',
    rule: 'W każdym Podzie o porcie procesu decyduje jego program.',
  },
  'ranges-are-for-the-cloud': {
    belief: 'pole `loadBalancerSourceRanges` czyta tylko chmura',
    rule: 'Nadawcę sprawdzają też reguły na każdym węźle.',
  },
} satisfies QuizMessages['misconceptions'];
