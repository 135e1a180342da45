/** Findings in Polish. */
import type { FindingMessages } from './messages.ts';

export const findings = {
  'yaml-syntax': {
    what: 'Wiersz {line} nie jest poprawnym zapisem YAML.',
    fix: 'Obejrzyj wiersz {line} i poprzedni: zwykle brakuje tam cudzysłowu, nawiasu albo dwukropka.',
  },
  'yaml-tab': {
    what: 'Wiersz {line} ma na początku tabulator, a YAML na to nie pozwala.',
    fix: 'Zamień tabulatory na początku wierszy na spacje.',
  },
  'yaml-colon': {
    what: 'W okolicy wiersza {line} brakuje dwukropka albo jest o jeden za dużo.',
    fix: 'Między polem a wartością postaw jeden dwukropek i jedną spację, a wartość z dwukropkiem w środku weź w cudzysłów.',
  },
  'yaml-indentation': {
    what: 'Wcięcie w okolicy wiersza {line} nie pasuje do żadnego pola powyżej.',
    fix: 'Pola jednego obiektu zacznij w tej samej kolumnie, a łączniki przed elementami jednej listy postaw jeden pod drugim.',
  },
  'yaml-unclosed': {
    what: 'Cudzysłów albo nawias nie został zamknięty; wychodzi to na jaw w wierszu {line}.',
    fix: 'Zamknij go tam, gdzie kończy się wartość.',
  },
  'yaml-template': {
    what: 'Nawiasy klamrowe w wierszu {line} robią z całego obiektu nazwę pola; to pewnie niewypełniony szablon.',
    fix: 'Wypełnij szablon przed zastosowaniem pliku albo weź nawiasy w cudzysłów.',
  },
  'yaml-anchor': {
    what: 'Odwołanie w wierszu {line} nie wskazuje niczego, czego można tu użyć.',
    fix: 'Umieść kotwicę wyżej niż odwołanie, a do scalania użyj obiektu.',
  },
  'yaml-characters': {
    what: 'Tekst zawiera znaki sterujące albo bajty spoza UTF-8.',
    fix: 'Zapisz plik jako UTF-8 i usuń niewidoczne znaki.',
  },
  'json-syntax': {
    what: 'Tekst nie jest poprawnym zapisem JSON.',
    fix: 'Sprawdź przecinki, cudzysłowy i nawiasy w zaznaczonym miejscu.',
  },
  'text-too-large': {
    what: 'Tekst ma więcej niż {limit} znaków.',
    fix: 'Podziel go na mniejsze pliki.',
  },
  'nested-too-deep': {
    what: 'Obiekty i listy są tu zagnieżdżone zbyt głęboko.',
    fix: 'Usuń zbędne poziomy; żaden manifest nie potrzebuje więcej niż kilkudziesięciu.',
  },
  'aliases-too-many': {
    what: 'Odwołania w tym dokumencie powielają jego treść ponad wszelką miarę.',
    fix: 'Wpisz wartości wprost zamiast odwołań do odwołań.',
  },
  'documents-too-many': {
    what: 'Liczba dokumentów w pliku ({value}) przekracza granicę {limit}.',
    fix: 'Podziel plik na kilka mniejszych.',
  },
  'duplicate-key': {
    what: 'Pole `{value}` występuje dwa razy w tym samym obiekcie.',
    fix: 'Zostaw jedno z nich; kubectl po cichu wziąłby ostatnie.',
  },
  'number-not-finite': {
    what: 'Jedna z wartości jest nieskończona albo nie jest liczbą, a tego JSON nie zapisze.',
    fix: 'Wpisz liczbę albo weź to słowo w cudzysłów.',
  },
  'not-an-object': {
    what: 'Ten dokument nie jest obiektem z polami.',
    fix: 'Zacznij od pól `apiVersion`, `kind` i `metadata`.',
  },
  'api-version-invalid': {
    what: 'Wartości pola `apiVersion` nie da się odczytać.',
    fix: 'Wpisz wersję, na przykład v1, albo grupę i wersję, na przykład apps/v1.',
  },
  'kind-invalid': {
    what: 'Wartość pola `kind` nie jest tekstem.',
    fix: 'Wpisz nazwę rodzaju obiektu, na przykład Service.',
  },
  'kind-unknown': {
    what: 'Serwer API nie zna rodzaju {value}.',
    fix: 'Sprawdź wielkie litery w polu `kind` oraz grupę i wersję w polu `apiVersion`.',
  },
  'kind-mismatch': {
    what: 'Dokument deklaruje rodzaj {value}, a oczekiwany był {wanted}.',
    fix: 'Zmień `kind` i `apiVersion` albo wyślij dokument tam, gdzie należy jego rodzaj.',
  },
  'namespace-mismatch': {
    what: 'Obiekt podaje przestrzeń nazw {value}, a żądanie dotyczy przestrzeni nazw {wanted}.',
    fix: 'Usuń `metadata.namespace` albo wyślij obiekt do przestrzeni nazw, którą podaje.',
  },
  'unknown-field': {
    what: 'W API nie ma pola `{field}`.',
    fix: 'Sprawdź pisownię, wielkie litery i wcięcie pola `{value}`.',
  },
  'number-in-quotes': {
    what: 'Pole `{field}` wymaga liczby, a cudzysłów robi z {value} tekst.',
    fix: 'Usuń cudzysłów.',
  },
  'number-fractional': {
    what: 'Pole `{field}` wymaga liczby całkowitej, a {value} nią nie jest.',
    fix: 'Wpisz liczbę całkowitą.',
  },
  'number-too-large': {
    what: 'Liczba {value} nie mieści się w polu `{field}`.',
    fix: 'Wpisz mniejszą liczbę.',
  },
  'number-expected': {
    what: 'Pole `{field}` wymaga liczby.',
    fix: 'Wpisz liczbę całkowitą bez cudzysłowu.',
  },
  'text-expected-number': {
    what: 'Pole `{field}` wymaga tekstu, a {value} bez cudzysłowu to liczba.',
    fix: 'Weź wartość w cudzysłów.',
  },
  'text-expected-boolean': {
    what: 'Pole `{field}` wymaga tekstu, a YAML 1.1 czyta to słowo jako true albo false.',
    fix: 'Słowa takie jak yes, no, on, off, y i n weź w cudzysłów.',
  },
  'text-expected': {
    what: 'Pole `{field}` wymaga jednego tekstu.',
    fix: 'Wpisz tam jedną wartość, bez listy i bez obiektu.',
  },
  'boolean-expected': {
    what: 'Pole `{field}` przyjmuje tylko true albo false.',
    fix: 'Wpisz true albo false bez cudzysłowu.',
  },
  'list-expected': {
    what: 'Pole `{field}` wymaga listy.',
    fix: 'Przed każdym elementem postaw łącznik i spację.',
  },
  'object-expected': {
    what: 'Pole `{field}` wymaga obiektu z polami.',
    fix: 'Wpisz pola, a między nazwą i wartością każdego z nich dwukropek i spację.',
  },
  'value-undecodable': {
    what: 'Wartość pola `{field}` ma postać, której API nie czyta.',
    fix: 'Zapisz ją tak, jak podaje dokumentacja API tego pola.',
  },
  'name-required': {
    what: 'Obiekt nie ma nazwy.',
    fix: 'Dodaj pole `metadata.name`.',
  },
  'name-invalid': {
    what: 'Tekst {value} nie może być nazwą tego obiektu.',
    fix: 'Użyj małych liter, cyfr i łączników, najwyżej 63 znaków, z literą albo cyfrą na obu końcach.',
  },
  'namespace-invalid': {
    what: 'Przestrzeń nazw tego obiektu jest niedozwolona.',
    fix: 'Podaj nazwę przestrzeni nazw albo usuń `metadata.namespace` z obiektu, który należy do całego klastra.',
  },
  'already-exists': {
    what: 'Obiekt {kind} o nazwie {value} już istnieje w tej przestrzeni nazw.',
    fix: 'Wybierz inną nazwę albo zmień istniejący obiekt.',
  },
  'resource-version-set': {
    what: 'Nowy obiekt nie może mieć pola `resourceVersion`.',
    fix: 'Usuń `metadata.resourceVersion`.',
  },
  'label-key-invalid': {
    what: 'Tekst {value} nie może być kluczem etykiety.',
    fix: 'Użyj najwyżej 63 liter, cyfr, łączników, podkreśleń i kropek; przed nimi może stać nazwa DNS i jeden ukośnik.',
  },
  'label-value-invalid': {
    what: 'Tekst {value} nie może być wartością etykiety.',
    fix: 'Użyj najwyżej 63 liter, cyfr, łączników, podkreśleń i kropek, z literą albo cyfrą na obu końcach.',
  },
  'annotation-key-invalid': {
    what: 'Tekst {value} nie może być kluczem adnotacji.',
    fix: 'Użyj liter, cyfr, łączników, podkreśleń i kropek; przed nimi może stać nazwa DNS i jeden ukośnik.',
  },
  'annotations-too-large': {
    what: 'Wszystkie adnotacje razem przekraczają {limit} bajtów.',
    fix: 'Przenieś długie teksty do obiektu ConfigMap.',
  },
  'metadata-invalid': {
    what: 'Wartość {value} jest niedozwolona w polu `{field}`.',
    fix: 'Użyj nazwy, przed którą może stać nazwa DNS i jeden ukośnik.',
  },
  'ports-required': {
    what: 'Ta usługa nie ma żadnego portu.',
    fix: 'Dodaj do `spec.ports` przynajmniej jeden element z polem `port`; bez portów obejdzie się tylko usługa headless i usługa typu ExternalName.',
  },
  'port-out-of-range': {
    what: 'Wartość {value} nie jest numerem portu.',
    fix: 'Wpisz liczbę od 1 do 65535.',
  },
  'port-duplicate': {
    what: 'Numer {value} z protokołem {protocol} występuje na liście portów dwa razy.',
    fix: 'Zmień numer albo protokół jednego z nich lub usuń zbędny.',
  },
  'port-name-required': {
    what: 'W usłudze z wieloma portami każdy z nich musi mieć nazwę.',
    fix: 'Dodaj pole `{field}`.',
  },
  'port-name-invalid': {
    what: 'Tekst {value} nie może być nazwą tego portu.',
    fix: 'Użyj małych liter, cyfr i łączników, najwyżej 63 znaków, z literą albo cyfrą na obu końcach.',
  },
  'port-name-duplicate': {
    what: 'Dwa porty mają tę samą nazwę: {value}.',
    fix: 'Nadaj każdemu portowi własną nazwę, nawet gdy różnią się protokołem.',
  },
  'protocol-unsupported': {
    what: 'Kubernetes nie zna protokołu {value}.',
    fix: 'Wpisz TCP, UDP albo SCTP, wielkimi literami.',
  },
  'app-protocol-invalid': {
    what: 'Tekst {value} nie może być protokołem aplikacji.',
    fix: 'Użyj nazwy takiej jak http; przed nią może stać nazwa DNS i jeden ukośnik.',
  },
  'target-port-out-of-range': {
    what: 'Wartość {value} nie może być portem docelowym.',
    fix: 'Wpisz liczbę od 1 do 65535; bez pola `targetPort` obowiązuje wartość pola `port`, więc sprawdź i ją.',
  },
  'target-port-name-is-number': {
    what: 'Cudzysłów robi z {value} nazwę portu, a nazwa musi mieć literę.',
    fix: 'Usuń cudzysłów, jeśli chodzi o numer {value}.',
  },
  'target-port-name-invalid': {
    what: 'Tekst {value} nie może być nazwą portu kontenera.',
    fix: 'Użyj najwyżej 15 małych liter, cyfr i pojedynczych łączników, w tym choć jednej litery, bez łącznika na początku i na końcu.',
  },
  'node-port-not-allowed': {
    what: 'Usługa typu ClusterIP nie może mieć portów węzła, więc numer {value} jest tu nie na miejscu.',
    fix: 'Dodaj w `spec` wiersz `type: NodePort` albo usuń `{field}`.',
  },
  'node-port-out-of-range': {
    what: 'Port węzła {value} leży poza zakresem {range}.',
    fix: 'Wybierz numer z zakresu {range} albo pomiń `nodePort`, a serwer przydzieli wolny.',
  },
  'node-port-taken': {
    what: 'Port węzła {value} jest już zajęty.',
    fix: 'Wybierz inny numer albo pomiń `nodePort`; zmiana protokołu nie pomoże.',
  },
  'node-port-duplicate': {
    what: 'Port węzła {value} występuje dwa razy z tym samym protokołem.',
    fix: 'Daj każdemu portowi usługi osobny port węzła.',
  },
  'node-ports-exhausted': {
    what: 'Nie ma już wolnych portów węzła.',
    fix: 'Usuń zbędne usługi albo zmień na ClusterIP typ tych, które nie potrzebują portów węzła.',
  },
  'health-check-node-port-not-allowed': {
    what: 'Tej usługi nikt w ten sposób nie sprawdza, więc `healthCheckNodePort` jest tu nie na miejscu.',
    fix: 'Usuń to pole albo użyj typu LoadBalancer z `externalTrafficPolicy: Local`.',
  },
  'health-check-node-port-out-of-range': {
    what: 'Numer {value} w polu `healthCheckNodePort` leży poza zakresem {range}.',
    fix: 'Wybierz numer z zakresu {range} albo pomiń to pole.',
  },
  'health-check-node-port-taken': {
    what: 'Numer {value} w polu `healthCheckNodePort` jest już zajęty.',
    fix: 'Wybierz inny numer z zakresu {range} albo pomiń to pole.',
  },
  'ip-invalid': {
    what: 'Wartość {value} w polu `{field}` nie jest adresem IP właściwego rodzaju.',
    fix: 'Wpisz adres taki jak 10.9.8.7, bez portu, długości prefiksu i spacji.',
  },
  'ip-not-strict': {
    what: 'Adres {value} jest zapisany tak, że różne programy czytają go różnie.',
    fix: 'Wpisz {suggestion}.',
  },
  'ip-not-usable': {
    what: 'Adres {value} na każdej maszynie oznacza co innego, więc z innej maszyny nie da się do niego dotrzeć.',
    fix: 'Nie używaj adresu 0.0.0.0, adresów pętli zwrotnej ani adresów lokalnych dla łącza (link-local).',
  },
  'cluster-ip-out-of-range': {
    what: 'Adres {address} leży poza zakresem, z którego ten klaster przydziela adresy usługom.',
    fix: 'Wybierz wolny adres z tego zakresu albo pomiń `clusterIP`.',
  },
  'cluster-ip-taken': {
    what: 'Adres {address} należy już do innej usługi.',
    fix: 'Wybierz inny adres albo pomiń `clusterIP`.',
  },
  'cluster-ip-needs-name': {
    what: 'Bez poprawnej nazwy usługa nie dostanie adresu IP w klastrze.',
    fix: 'Wpisz poprawną nazwę w polu `metadata.name`.',
  },
  'cluster-ips-exhausted': {
    what: 'W klastrze nie ma już wolnych adresów IP dla usług.',
    fix: 'Usuń zbędne usługi albo utwórz niektóre na nowo jako headless.',
  },
  'cluster-ips-inconsistent': {
    what: 'Pola `clusterIP` i `clusterIPs` przeczą sobie nawzajem.',
    fix: 'Zostaw samo `clusterIP` albo powtórz je jako pierwszą wartość w `clusterIPs`.',
  },
  'cluster-ips-too-many': {
    what: 'Pole `clusterIPs` zawiera więcej niż jeden adres z tej samej rodziny.',
    fix: 'Zostaw najwyżej jeden adres IPv4 i jeden IPv6.',
  },
  'cluster-ip-family-mismatch': {
    what: 'Adres {value} nie należy do rodziny, którą podaje dla niego `ipFamilies`.',
    fix: 'Ustaw adresy i rodziny w tej samej kolejności albo pomiń `ipFamilies`.',
  },
  'headless-not-allowed': {
    what: 'Usługa typu {type} musi mieć adres IP w klastrze, a `clusterIP` ma wartość None.',
    fix: 'Usuń `clusterIP: None` albo użyj typu ClusterIP.',
  },
  'ip-family-not-configured': {
    what: 'Pole `{field}` żąda IPv6, a ten klaster ma tylko IPv4.',
    fix: 'Użyj samego IPv4.',
  },
  'ip-family-duplicate': {
    what: 'Rodzina {value} występuje w polu `ipFamilies` dwa razy.',
    fix: 'Wpisz każdą rodzinę raz.',
  },
  'ip-family-policy-too-narrow': {
    what: 'Wartość SingleStack dopuszcza jedną rodzinę adresów, a podano dwie.',
    fix: 'Ustaw `ipFamilyPolicy` na PreferDualStack lub RequireDualStack albo zostaw jedną rodzinę.',
  },
  'dual-stack-not-configured': {
    what: 'Usługa wymaga dwóch rodzin adresów, a ten klaster ma jedną.',
    fix: 'Ustaw `ipFamilyPolicy` na PreferDualStack albo SingleStack.',
  },
  'source-range-invalid': {
    what: 'Wartość {value} nie jest zakresem adresów.',
    fix: 'Wpisz adres, ukośnik i długość prefiksu, na przykład 10.9.8.0/24, z samymi zerami za prefiksem.',
  },
  'service-type-unsupported': {
    what: 'Nie ma usług typu {value}.',
    fix: 'Wpisz ClusterIP, NodePort, LoadBalancer albo ExternalName, dokładnie z tymi wielkimi literami.',
  },
  'value-unsupported': {
    what: 'Pole `{field}` nie przyjmuje wartości {value}.',
    fix: 'Użyj jednej z tych wartości: {supported}.',
  },
  'external-name-required': {
    what: 'Usługa typu ExternalName musi podać nazwę, do której odsyła.',
    fix: 'Dodaj pole `externalName`.',
  },
  'external-name-invalid': {
    what: 'Tekst {value} nie jest nazwą DNS.',
    fix: 'Wpisz nazwę DNS małymi literami, bez protokołu, portu, ścieżki i podkreśleń.',
  },
  'external-name-excludes': {
    what: 'Usługa typu ExternalName nie ma adresu, więc `{field}` jest tu nie na miejscu.',
    fix: 'Usuń `{field}`.',
  },
  'affinity-timeout-out-of-range': {
    what: 'Powinowactwo sesji nie może trwać {value} s.',
    fix: 'Wpisz liczbę od 1 do 86400.',
  },
  'external-traffic-policy-not-allowed': {
    what: 'Do tej usługi nie ma wejścia z zewnątrz, więc `externalTrafficPolicy` jest tu nie na miejscu.',
    fix: 'Usuń to pole albo użyj typu NodePort lub LoadBalancer.',
  },
  'load-balancer-only': {
    what: 'Pole `{field}` dotyczy tylko usług typu LoadBalancer.',
    fix: 'Usuń je albo ustaw `type` na LoadBalancer.',
  },
  'load-balancer-class-invalid': {
    what: 'Tekst {value} nie może być nazwą klasy load balancera.',
    fix: 'Użyj nazwy takiej jak example.com/internal.',
  },
  'value-required': {
    what: 'Brakuje pola `{field}`.',
    fix: 'Dodaj je.',
  },
  'value-invalid': {
    what: 'Wartość pola `{field}` jest niedozwolona.',
    fix: 'Porównaj ją z komunikatem serwera, który podaje regułę.',
  },
  'value-duplicate': {
    what: 'Wartość {value} występuje dwa razy, a tu nie może się powtarzać.',
    fix: 'Zmień albo usuń jedną z nich.',
  },
  'container-port-required': {
    what: 'Ten port kontenera nie ma numeru.',
    fix: 'Wpisz w polu `containerPort` liczbę od 1 do 65535.',
  },
  'container-port-out-of-range': {
    what: 'Wartość {value} nie może być portem kontenera.',
    fix: 'Wpisz liczbę od 1 do 65535.',
  },
  'container-port-name-invalid': {
    what: 'Tekst {value} nie może być nazwą portu kontenera.',
    fix: 'Użyj najwyżej 15 małych liter, cyfr i pojedynczych łączników, w tym choć jednej litery, bez łącznika na początku i na końcu.',
  },
  'container-port-name-duplicate': {
    what: 'Dwa porty tego kontenera mają tę samą nazwę: {value}.',
    fix: 'Nadaj każdemu portowi własną nazwę.',
  },
  'host-port-out-of-range': {
    what: 'Wartość {value} nie może być portem hosta.',
    fix: 'Wpisz liczbę od 1 do 65535 albo pomiń `hostPort`.',
  },
  'host-port-mismatch': {
    what: 'Przy `hostNetwork` port hosta i port kontenera to jedno, a tu ich numery są różne: {value} i {containerPort}.',
    fix: 'Wpisz dwa razy ten sam numer albo pomiń `hostPort`.',
  },
  'host-port-conflict': {
    what: 'Dwa porty tego Poda zajmują ten sam port hosta.',
    fix: 'Zmień numer, protokół albo adres hosta jednego z nich.',
  },
  'selector-mismatch': {
    what: 'Selektor nie wybiera Podów, które powstają z szablonu.',
    fix: 'Nadaj szablonowi wszystkie etykiety, które podaje `spec.selector`.',
  },
  'external-ips-deprecated': {
    what: 'Pole `externalIPs` jest wycofywane; niektóre klastry mogą je pomijać.',
    fix: 'Jeśli możesz, użyj usługi typu LoadBalancer albo Gateway API.',
  },
  'field-ignored': {
    what: 'Pole `{field}` nie działa razem z {where}.',
    fix: 'Usuń je.',
  },
  'value-deprecated': {
    what: 'Wartość {value} jest wycofywana.',
    fix: 'Użyj {instead}.',
  },
  'ip-not-canonical': {
    what: 'Adres {value} jest poprawny, ale zapisany w nietypowy sposób.',
    fix: 'Wpisz {suggestion}.',
  },
  'port-defined-twice': {
    what: 'Numer {value} zadeklarowano drugi raz: jest już w `{other}`.',
    fix: 'Usuń jeden z nich.',
  },
  'port-name-ambiguous': {
    what: 'Nazwa portu {value} jest też w `{other}` i to tamten port wybierze usługa, która jej używa.',
    fix: 'Nadaj tym portom różne nazwy.',
  },
  'vantage-malformed': {
    what: 'Tekst {value} nie wskazuje miejsca, z którego można nawiązać połączenie.',
    fix: 'Wpisz pod/PRZESTRZEŃ/NAZWA, node/NAZWA albo outside/NAZWA.',
  },
  'vantage-unknown': {
    what: 'W tym klastrze nie ma {value}.',
    fix: 'Sprawdź rodzaj, przestrzeń nazw i nazwę.',
  },
  'vantage-not-running': {
    what: 'Klient {value} nie działa, więc z niczym się nie połączy.',
    fix: 'Wybierz Pod, który ma adres i węzeł.',
  },
  'destination-malformed': {
    what: 'Tekst {value} nie jest adresem, z którym można się połączyć.',
    fix: 'Wpisz host, dwukropek i port, na przykład 10.96.1.10:8080, albo URL, na przykład http://web:8080.',
  },
  'destination-host-malformed': {
    what: 'Tekst {value} nie jest ani adresem IPv4, ani nazwą.',
    fix: 'Wpisz cztery liczby oddzielone kropkami albo nazwę DNS.',
  },
  'destination-port-missing': {
    what: 'W adresie {value} brakuje portu.',
    fix: 'Dodaj dwukropek i numer portu.',
  },
  'destination-port-out-of-range': {
    what: 'Wartość {value} nie jest numerem portu.',
    fix: 'Wpisz po dwukropku liczbę od 1 do 65535.',
  },
  'destination-protocol-unknown': {
    what: 'Kubernetes nie zna protokołu {value}.',
    fix: 'Wpisz po ukośniku TCP, UDP albo SCTP; brak protokołu oznacza TCP.',
  },
} satisfies FindingMessages;
