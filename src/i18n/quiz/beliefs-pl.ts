import type { QuizMessages } from './messages.ts';

export const beliefs = {
  'port-is-reached': {
    belief: 'klient i proces używają tego samego numeru',
    rule: 'Reguły na węźle klienta wpisują do pakietu adres Poda i port z pola `targetPort`. Portu usługi proces nigdy nie widzi.',
  },
  'port-is-reached/node': {
    belief: 'port węzła prowadzi do portu usługi (`port`)',
    rule: 'Te dwa wejścia nic o sobie nie wiedzą: z każdego reguły kierują pakiet prosto do Poda, na port z pola `targetPort`.',
  },
  'port-is-reached/pod': {
    belief: 'każde połączenie kończy się na porcie usługi (`port`)',
    rule: 'Ten port działa pod adresem IP usługi. Tu klient łączy się z adresem Poda i żadna reguła nie zmienia pakietu.',
  },
  'node-port-in-pod': {
    belief: 'port węzła (`nodePort`) jest portem w Podzie',
    rule: 'Ten port działa pod adresem węzła, a tamtejsze reguły od razu go podmieniają: żaden Pod nie widzi tego numeru.',
  },
  'container-port-is-reached': {
    belief: 'o porcie procesu decyduje `containerPort`',
    rule: 'To pole tylko opisuje kontener. Proces przyjmuje połączenia na porcie, który wybrał program.',
  },
  'container-port-opens': {
    belief: 'port otwiera `containerPort`',
    rule: 'Pole `containerPort` tylko opisuje kontener.',
  },
  'target-port-makes-listen': {
    belief: '`targetPort` każe procesowi nasłuchiwać na tym porcie',
    rule: 'O porcie procesu decyduje program.',
  },
  'process-is-found': {
    belief: 'reguły same znajdą port procesu',
    rule: 'Reguły biorą numer z manifestu i nie pytają Poda.',
  },
  'ports-swapped': {
    belief: 'klient używa `targetPort`, a Pod dostaje `port`',
    rule: 'Klient używa `port`, a Pod dostaje `targetPort`.',
  },
  'port-is-in-the-pod': {
    belief: '`port` jest także portem w Podzie',
    rule: 'Reguły znają `port` tylko przy adresie IP usługi. W Podzie decyduje proces.',
  },
  'target-port-on-cluster-ip': {
    belief: 'pod adresem IP usługi działa też `targetPort`',
    rule: 'Reguły znają tam tylko numery z pól `port`.',
  },
  'node-port-on-cluster-ip': {
    belief: 'pod adresem IP usługi działa też `nodePort`',
    rule: 'Port węzła działa tylko pod adresami węzłów.',
  },
  'target-port-is-closed': {
    belief: 'do Poda prowadzi tylko usługa',
    rule: 'W klastrze, jeśli NetworkPolicy nie zabrania, działa też adres Poda.',
  },
  'port-is-on-the-node': {
    belief: '`port` działa też pod adresem węzła',
    rule: 'Reguły znają pod tym adresem tylko port węzła (`nodePort`). Resztą zajmuje się sam węzeł.',
  },
  'target-port-on-the-node': {
    belief: '`targetPort` działa też pod adresem węzła',
    rule: 'Port docelowy jest portem Poda. Reguły znają pod adresem węzła tylko `nodePort`, resztą zajmuje się sam węzeł.',
  },
  'cluster-ip-from-anywhere': {
    belief: 'z adresem IP usługi w klastrze można połączyć się zewsząd',
    rule: 'Ten adres istnieje tylko w regułach na węzłach. Z zewnątrz domyślnie nie prowadzi tam żadna trasa.',
  },
  'cluster-ip-is-a-machine': {
    belief: 'maszyna o adresie IP usługi odprawia obcych z kwitkiem',
    rule: 'Żadna maszyna nie ma tego adresu. Gdzie nie pasuje żadna reguła, tam nie ma kto zaprotestować.',
  },
  'undeclared-is-refused': {
    belief: 'na zły numer zawsze ktoś odpowie odmową',
    rule: 'W trybie iptables żadna reguła nie obejmuje numerów spoza listy `ports`, a adresu IP usługi nie ma żadna maszyna.',
  },
  'name-from-anywhere': {
    belief: 'nazwę usługi zna każda maszyna',
    rule: 'DNS klastra pytają domyślnie tylko Pody. Węzły i maszyny z zewnątrz pytają inny serwer nazw.',
  },
  'no-endpoints-times-out': {
    belief: 'połączenie z usługą bez punktów końcowych ginie bez śladu',
    rule: 'Na taki wypadek kube-proxy zapisuje regułę, więc odpowiedź jednak przychodzi.',
  },
  'no-endpoints-no-name': {
    belief: 'usługa bez punktów końcowych nie ma nazwy',
    rule: 'Nazwa i adres IP należą do usługi i zostają, nawet gdy nie ma ani jednego Poda.',
  },
  'pods-found-by-name': {
    belief: 'usługa znajduje Pody po nazwie',
    rule: 'Decydują etykiety, nie nazwy: Pod musi mieć każdą etykietę z pola `selector`.',
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
    rule: 'Rekord A zawiera adres, a nie port. Ta nazwa istnieje.',
  },
  'node-port-on-localhost': {
    belief: '127.0.0.1 to adres węzła jak każdy inny',
    rule: 'W trybie nftables port węzła działa domyślnie tylko pod głównym adresem węzła.',
  },
  'target-port-always': {
    belief: 'każde połączenie trafia na `targetPort`',
    rule: 'Ten numer trafia tylko do pakietów, do których pasuje reguła. Każdy inny pakiet zachowuje swój.',
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
    rule: 'Jej nazwa daje adresy Podów, a po drodze nie ma żadnej reguły.',
  },
  'local-is-a-preference': {
    belief: '`Local` w razie braku sięga po Pody z innych węzłów',
    rule: 'Polityka `Local` jest ścisła: Pody z innych węzłów nie wchodzą w grę.',
  },
  'local-for-everybody': {
    belief: '`externalTrafficPolicy` wiąże także Pody',
    rule: 'Dotyczy klientów spoza klastra; Podów nie obejmuje.',
  },
  'running-is-enough': {
    belief: 'działający Pod dostaje połączenia',
    rule: 'Liczą się tylko gotowe Pody, a ten gotowy nie jest.',
  },
  'target-port-beats-slice': {
    belief: 'także tu rozstrzyga `targetPort`',
    rule: 'Bez selektora liczy się port zapisany w EndpointSlice.',
  },
  'no-selector-means-all': {
    belief: 'brak selektora oznacza wszystkie Pody',
    rule: 'Bez selektora nikt w ogóle nie szuka Podów.',
  },
  'selector-crosses-namespaces': {
    belief: 'selektor znajduje Pody w każdej przestrzeni nazw',
    rule: 'Szuka tylko w przestrzeni nazw swojej usługi.',
  },
  'one-label-is-enough': {
    belief: 'wystarczy jedna wspólna etykieta',
    rule: 'Pod musi mieć każdą etykietę z pola `selector`.',
  },
  'short-name-everywhere': {
    belief: 'krótka nazwa działa w każdej przestrzeni nazw',
    rule: 'Pod uzupełnia krótkie nazwy własną przestrzenią nazw.',
  },
  'namespaces-are-walls': {
    belief: 'przestrzenie nazw oddzielają ruch',
    rule: 'Oddzielają nazwy, a nie pakiety.',
  },
  'wrong-field-is-dropped': {
    belief: 'serwer API pomija to, co błędne',
    rule: 'Przyjmuje obiekt w całości albo wcale.',
  },
  'unknown-name-is-refused': {
    belief: 'ktoś odprawia klienta, który pyta o obcą nazwę',
    rule: 'Bez adresu żaden pakiet nie opuszcza klienta.',
  },
  'unknown-name-vanishes': {
    belief: 'pytanie o obcą nazwę zostaje bez odpowiedzi',
    rule: 'Serwer nazw odpowiada od razu, cokolwiek znajdzie.',
  },
  'unreachable-is-refused': {
    belief: 'co nie dociera, to ktoś odsyła z powrotem',
    rule: 'Tu nikt się nie odzywa: pakiet ginie po drodze.',
  },
  'pod-from-anywhere': {
    belief: 'adres Poda działa zewsząd',
    rule: 'Z zewnątrz domyślnie nie prowadzi do Podów żadna trasa.',
  },
  'external-name-maps-ports': {
    belief: 'usługa ExternalName przelicza porty',
    rule: 'Jest tylko drugą nazwą; jej porty nic nie robią.',
  },
  'external-name-takes-an-address': {
    belief: 'w `externalName` może stać adres IP',
    rule: 'DNS klastra traktuje ten tekst jak nazwę złożoną z cyfr.',
  },
  'source-ranges-everywhere': {
    belief: 'zakresy źródeł chronią też porty węzłów',
    rule: 'Obowiązują tylko pod adresem load balancera.',
  },
  'pending-is-dead': {
    belief: 'usługa czeka na swój load balancer',
    rule: 'Adres IP usługi i port węzła działają od początku.',
  },
  'node-port-on-balancer': {
    belief: 'pod adresem load balancera działa `nodePort`',
    rule: 'Reguły znają tam tylko `port`.',
  },
  'host-network-everywhere': {
    belief: '`hostNetwork` otwiera port na każdym węźle',
    rule: 'Proces nasłuchuje na swoim węźle i tylko tam.',
  },
  'loopback-is-enough': {
    belief: '127.0.0.1 jest dostępny z innych Podów',
    rule: 'W Podzie to jego własny adres; nic z zewnątrz tam nie dociera.',
  },
  'only-target-port-is-open': {
    belief: 'w Podzie otwarty jest tylko `targetPort`',
    rule: 'Po drodze nie ma usługi: liczy się to, gdzie nasłuchuje proces.',
  },
  'pods-are-alike': {
    belief: 'wszystkie Pody usługi nasłuchują na tym samym porcie',
    rule: 'Każdy Pod nasłuchuje tam, gdzie chce jego program.',
  },
  'ranges-are-for-the-cloud': {
    belief: '`loadBalancerSourceRanges` czyta tylko chmura',
    rule: 'Nadawcę sprawdza kube-proxy na każdym węźle.',
  },
} satisfies QuizMessages['misconceptions'];
