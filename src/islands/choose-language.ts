/**
 * <choose-language>: marks the language to suggest among its links: the one chosen before, else the best of the browser's list.
 * Traditional Chinese readers get no suggestion: the Chinese here is Simplified. Nobody is sent anywhere.
 */
class ChooseLanguage extends HTMLElement {
  connectedCallback(): void {
    const wanted = savedChoice() ?? navigator.languages.map(offered).find(Boolean);
    this.querySelector(`a[hreflang="${wanted}"]`)?.setAttribute('data-suggested', '');
  }
}

function savedChoice(): string | null {
  try {
    return localStorage.getItem('lang');
  } catch {
    return null;
  }
}

function offered(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === 'zh') return script === 'Hans' ? 'zh-CN' : undefined;
    return language === 'pl' || language === 'en' ? language : undefined;
  } catch {
    return undefined;
  }
}

customElements.define('choose-language', ChooseLanguage);
