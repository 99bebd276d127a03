// Sets the chosen theme before anything is painted; loaded first, as a plain script.
// "auto" (nothing stored) leaves it to the system.
(() => {
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem('sourcebook.theme');
    } catch {
      return null; // storage may be forbidden; then every visit begins with auto
    }
  };
  const apply = (theme) => {
    root.dataset.theme = theme === 'light' || theme === 'dark' ? theme : 'auto';
  };
  window.sourcebookTheme = {
    now: () => root.dataset.theme,
    set(theme) {
      apply(theme);
      try {
        if (theme === 'auto') {
          localStorage.removeItem('sourcebook.theme');
        } else {
          localStorage.setItem('sourcebook.theme', theme);
        }
      } catch {
        // not remembered, but it holds for this visit
      }
    },
  };
  apply(stored());
})();
