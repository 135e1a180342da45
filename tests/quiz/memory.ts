/** A storage that works, with what it holds at first. */
export const memory = (content: Record<string, string> = {}) => {
  const items = new Map(Object.entries(content));
  return () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
};
