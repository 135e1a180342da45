/** <theme-switch>: light, dark or as the system says; the choice is kept on the device where that is allowed. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.mark(document.documentElement.dataset.theme ?? 'system');
    this.addEventListener('change', (event) => this.choose((event.target as HTMLInputElement).value));
  }

  private choose(theme: string): void {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch {
      // Storage is forbidden: the choice holds for this page.
    }
  }

  private mark(theme: string): void {
    const input = this.querySelector<HTMLInputElement>(`input[value=${theme}]`);
    if (input) input.checked = true;
  }
}
customElements.define('theme-switch', ThemeSwitch);
