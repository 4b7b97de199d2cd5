'use strict';
// What is added to a page that can be read without it: columns that sort, ids that are copied.

const said = document.getElementById('said');

function button(words, label, press) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  if (label) made.setAttribute('aria-label', label);
  made.addEventListener('click', press);
  return made;
}

// --- sorting: by the value of a cell where it has one, else by its text; what has neither is last

function key(part, column) {
  const row = part.matches('tr') ? part : part.rows[0];
  const cell = row.cells[column];
  const text = cell.textContent.trim();
  return cell.dataset.value !== undefined ? Number(cell.dataset.value) : text === '' ? null : text;
}

function compare(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

function sort(table, heading) {
  const isDown = heading.getAttribute('aria-sort') === 'ascending';
  for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
  const bodies = Array.from(table.tBodies);
  const isStanzas = bodies.length > 0 && bodies[0].matches('.stanza');
  const parts = isStanzas ? bodies : bodies.flatMap((body) => Array.from(body.rows));
  const keyed = parts.map((part) => ({ part, key: key(part, heading.cellIndex) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
    return isDown ? compare(b.key, a.key) : compare(a.key, b.key);
  });
  const home = isStanzas ? table : bodies[0];
  if (home) home.append(...keyed.map((each) => each.part));
  said.textContent = 'sorted by ' + heading.textContent + (isDown ? ', descending' : ', ascending');
}

for (const table of document.querySelectorAll('table.sortable')) {
  for (const heading of table.tHead.rows[0].cells) {
    const words = heading.textContent;
    heading.textContent = '';
    heading.append(button(words, null, () => sort(table, heading)));
  }
}

// --- copying

async function copy(text, pressed) {
  let isCopied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // where a file may not use the clipboard: the way of old
    const field = document.createElement('textarea');
    field.className = 'unseen';
    field.value = text;
    document.body.append(field);
    field.select();
    isCopied = document.execCommand('copy');
    field.remove();
    pressed.focus();
  }
  const words = pressed.textContent;
  said.textContent = isCopied ? 'copied ' + text : 'could not copy';
  if (isCopied && words !== 'copied') {
    pressed.textContent = 'copied';
    setTimeout(() => { pressed.textContent = words; }, 1500);
  }
}

function copying(words, label, text) {
  const made = button(words, label, () => copy(text, made));
  made.className = 'copy';
  return made;
}

for (const id of document.querySelectorAll('code.id')) {
  id.after(copying('copy', 'copy ' + id.textContent, id.textContent));
}
for (const list of document.querySelectorAll('ul.values')) {
  const ids = Array.from(list.querySelectorAll('code.id'), (id) => id.textContent);
  if (ids.length > 1) {
    const item = document.createElement('li');
    item.append(copying('copy all', 'copy all ' + ids.length, ids.join('\n')));
    list.append(item);
  }
}
