/** <copy-button>: copies the text of the `pre` beside it. The words it says come from its data attributes. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.querySelector('[role=status]');
    const code = this.parentElement?.querySelector('pre');
    if (!button || !status || !code) return;
    button.addEventListener('click', async () => {
      const copied = await navigator.clipboard?.writeText(code.textContent ?? '').then(
        () => true,
        () => false,
      );
      status.textContent = (copied ? this.dataset.copied : this.dataset.failed) ?? '';
      setTimeout(() => {
        status.textContent = '';
      }, 4000);
    });
  }
}
customElements.define('copy-button', CopyButton);
