/**
 * <language-switch>: its links keep the place on the page (heading ids are the same in every language) and remember the choice,
 * which only the language chooser at `/` reads.
 */
class LanguageSwitch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link) return;
      link.hash = placeOnPage();
      // In practice it names the question.
      link.search = location.search;
      try {
        localStorage.setItem('lang', link.hreflang);
      } catch {
        // Storage is forbidden: the chooser will go by the browser's languages.
      }
    });
  }
}

/** The last heading, route or question that starts at or above the top of the window. */
function placeOnPage(): string {
  const passed = [...document.querySelectorAll('main [id]:is(h2, figure, quiz-question)')].filter(
    (element) => element.getBoundingClientRect().top < 96,
  );
  return scrollY > 0 ? (passed.at(-1)?.id ?? '') : '';
}

customElements.define('language-switch', LanguageSwitch);
