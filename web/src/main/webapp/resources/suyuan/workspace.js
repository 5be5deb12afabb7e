/* The tabs of the workspace. Each is a page of its own in a frame, so that nothing disturbs what was typed in another. */
(function () {
    'use strict';
    var MOST = 15;
    var ASK_AFTER = 20; // pages opened; a session remembers 60
    var byId = function (id) { return document.getElementById(id); };
    var strip = byId('tabs');
    var panels = byId('panels');
    var told = byId('tabsTold');
    var store = 'suyuan-tabs-' + strip.dataset.account;
    var tabs = [];
    var current = null;
    var opened = 0;
    var lastId = 0;
    var goOn = null;
    var toFocus = null;

    function pathOf(address) {
        var url = new URL(address, location.href);
        return url.pathname + url.search;
    }

    function keep() {
        sessionStorage.setItem(store, JSON.stringify({
            language: document.documentElement.lang,
            tabs: tabs.map(function (tab) { return { address: tab.address, title: tab.title }; }),
            current: tabs.indexOf(current)
        }));
    }

    function tell(text) {
        told.textContent = text || '';
        told.hidden = !text;
    }

    function element(kind, properties) {
        return Object.assign(document.createElement(kind), properties);
    }

    function add(address, title) {
        var id = 'tab' + ++lastId;
        var tab = { address: address, unsaved: false };
        tab.head = element('a', { id: id, className: 'tab', tabIndex: -1 });
        tab.name = element('span', { className: 'name' });
        var close = element('span', { className: 'close pi pi-times', title: strip.dataset.close });
        close.setAttribute('aria-hidden', 'true');
        tab.mark = element('span', { className: 'sr' });
        tab.head.append(tab.name, tab.mark, close);
        tab.head.setAttribute('role', 'tab');
        tab.head.setAttribute('aria-selected', 'false');
        tab.head.setAttribute('aria-controls', id + 'panel');
        tab.head.setAttribute('aria-keyshortcuts', 'Delete');
        tab.panel = element('div', { id: id + 'panel', hidden: true });
        tab.panel.setAttribute('role', 'tabpanel');
        tab.panel.setAttribute('aria-labelledby', id);
        strip.append(tab.head);
        panels.append(tab.panel);
        tabs.push(tab);
        name(tab, title);
        return tab;
    }

    function name(tab, title) {
        tab.title = title;
        tab.name.textContent = title;
        tab.head.title = title;
        tab.head.href = tab.address;
        tab.head.classList.toggle('unsaved', tab.unsaved);
        tab.mark.textContent = tab.unsaved ? strip.dataset.unsaved : '';
        if (tab.frame) {
            tab.frame.title = title;
        }
        if (tab === current) {
            byId('openAlone').href = tab.address;
            document.title = title + ' · ' + document.title.split(' · ').pop();
        }
    }

    function load(tab) {
        tab.frame = element('iframe', { src: tab.address });
        tab.frame.setAttribute('aria-busy', 'true');
        tab.panel.dataset.loading = strip.dataset.loading;
        tab.frame.addEventListener('load', function () {
            tab.frame.removeAttribute('aria-busy');
            delete tab.panel.dataset.loading;
            tab.frame.contentDocument.addEventListener('focusin', function (event) { tab.focused = event.target; });
            if (tab === toFocus) {
                focus(tab);
            }
            if (isForAnother(tab.frame.contentDocument)) {
                return;
            }
            if (look(tab.frame.contentWindow) && ++opened % ASK_AFTER === 0) {
                askForAll();
            }
        });
        tab.panel.append(tab.frame);
    }

    /** A page that came for another enterprise than this workspace: it begins anew, for that one. */
    function isForAnother(page) {
        var now = page.body.dataset.enterprise;
        if (!now || now === document.body.dataset.enterprise) {
            return false;
        }
        var ended = page.getElementById('ended');
        sessionStorage.setItem('suyuan-told', ended ? ended.textContent : '');
        location.reload();
        return true;
    }

    /** Whoever opens a page by keyboard goes on in it. */
    function focus(tab) {
        toFocus = tab.frame.hasAttribute('aria-busy') ? tab : null;
        if (!toFocus) {
            (tab.focused && tab.focused.isConnected ? tab.focused : tab.frame.contentWindow).focus();
        }
    }

    /** Pages that were used longest ago are forgotten first: so every open one is used. */
    function askForAll() {
        [window].concat(tabs.map(function (tab) { return tab.frame && tab.frame.contentWindow; })).forEach(function (page) {
            if (page && page.keepOpen) {
                page.keepOpen();
            }
        });
    }

    /** Takes over what the page in a tab has become: address, title, unsaved input. */
    function look(page) {
        var tab = tabs.find(function (one) { return one.frame && one.frame.contentWindow === page; });
        if (!tab || !page.suyuan || page.location.origin !== location.origin) {
            return false;
        }
        tab.address = pathOf(page.location.href);
        tab.unsaved = page.suyuan.isChanged();
        tab.help = page.document.body.dataset.help;
        tab.fresh = page.document.body.dataset.fresh;
        name(tab, page.document.title.split(' · ')[0]);
        if (tab === current) {
            around();
            arrows();
        }
        keep();
        return true;
    }

    /** What waits, as a page that was just opened counts it. */
    function badge(opened) {
        ['/recall/list', '/match/list'].forEach(function (address) {
            var now = opened.querySelector('.menu a[href$="' + address + '"]');
            var shown = document.querySelector('.menu a[href$="' + address + '"]');
            if (now && shown) {
                shown.innerHTML = now.innerHTML;
                shown.title = now.title;
                shown.setAttribute('aria-label', now.title);
            }
        });
    }

    /** The help and the menu follow the shown tab. */
    function around() {
        byId('help').href = current && current.help || document.body.dataset.help;
        document.querySelectorAll('.menu a').forEach(function (link) {
            link.setAttribute('aria-current', current && link.pathname === current.address.split('?')[0] ? 'page' : 'false');
        });
    }

    function show(tab) {
        toFocus = null;
        if (current) {
            current.panel.hidden = true;
            current.head.setAttribute('aria-selected', 'false');
            current.head.tabIndex = -1;
        }
        current = tab || null;
        byId('noTabs').hidden = tabs.length > 0;
        byId('closeTabs').disabled = !tabs.length;
        if (current) {
            current.panel.hidden = false;
            current.head.setAttribute('aria-selected', 'true');
            current.head.tabIndex = 0;
            if (!current.frame) {
                load(current);
            } else if (current.fresh) {
                current.frame.contentWindow.location.reload();
            }
            name(current, current.title);
        }
        tell();
        around();
        arrows();
        keep();
    }

    function open(address, title) {
        var wanted = pathOf(address || strip.dataset.home);
        var there = tabs.find(function (tab) { return tab.address === wanted; });
        if (!there && tabs.length === MOST) {
            tell(strip.dataset.full.replace('{0}', title));
            return;
        }
        show(there || add(wanted, address ? title : strip.dataset.homeTitle));
        focus(current);
    }

    /** Asks before unsaved input of these tabs is lost, then goes on. */
    function ask(doomed, then) {
        var unsaved = doomed.filter(function (tab) { return tab.unsaved; });
        if (!unsaved.length) {
            then();
            return;
        }
        goOn = then;
        byId('unsaved').replaceChildren.apply(byId('unsaved'), unsaved.map(function (tab) {
            return element('li', { textContent: tab.title });
        }));
        window.PF('unsavedDialog').show();
    }

    function close(doomed) {
        byId('closing').hidePopover();
        ask(doomed, function () {
            var place = tabs.indexOf(current);
            doomed.forEach(function (tab) {
                tab.head.remove();
                tab.panel.remove();
            });
            tabs = tabs.filter(function (tab) { return doomed.indexOf(tab) < 0; });
            show(tabs.indexOf(current) < 0 ? tabs[Math.min(place, tabs.length - 1)] : current);
            (current ? current.head : byId('noTabs').querySelector('a')).focus();
        });
    }

    function step(from, way) {
        return tabs[(tabs.indexOf(from) + way + tabs.length) % tabs.length];
    }

    function key(pressed) {
        if (!current) {
            return false;
        }
        if (pressed === 'Alt+W') {
            close([current]);
        } else if (pressed === 'Alt+PageDown' || pressed === 'Alt+PageUp') {
            show(step(current, pressed === 'Alt+PageDown' ? 1 : -1));
            current.head.focus();
        } else {
            return false;
        }
        return true;
    }

    function arrows() {
        var hidden = strip.scrollWidth <= strip.clientWidth + (byId('tabsLeft').hidden ? 0 : byId('tabsLeft').offsetWidth * 2);
        byId('tabsLeft').hidden = hidden;
        byId('tabsRight').hidden = hidden;
        if (current) {
            current.head.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // in the room that the arrows leave
        }
    }

    strip.addEventListener('click', function (event) {
        var head = event.target.closest('.tab');
        if (!head || event.ctrlKey || event.metaKey || event.shiftKey) {
            return;
        }
        event.preventDefault();
        var tab = tabs.find(function (one) { return one.head === head; });
        if (event.target.closest('.close')) {
            close([tab]);
        } else {
            show(tab);
        }
    });

    strip.addEventListener('keydown', function (event) {
        var tab = tabs.find(function (one) { return one.head === event.target; });
        if (!tab || event.ctrlKey || event.altKey) {
            return;
        }
        var to = { ArrowLeft: step(tab, -1), ArrowRight: step(tab, 1), Home: tabs[0], End: tabs[tabs.length - 1] }[event.key];
        if (to) {
            to.head.focus();
        } else if (event.key === ' ' || event.key === 'Enter') {
            show(tab);
        } else if (event.key === 'Delete') {
            close([tab]);
        } else {
            return;
        }
        event.preventDefault();
    });

    byId('tabsLeft').addEventListener('click', function () { strip.scrollBy({ left: -strip.clientWidth / 2, behavior: 'smooth' }); });
    byId('tabsRight').addEventListener('click', function () { strip.scrollBy({ left: strip.clientWidth / 2, behavior: 'smooth' }); });
    window.addEventListener('resize', arrows);

    byId('closeThis').addEventListener('click', function () { close([current]); });
    byId('closeOthers').addEventListener('click', function () {
        close(tabs.filter(function (tab) { return tab !== current; }));
    });
    byId('closeAll').addEventListener('click', function () { close(tabs.slice()); });
    byId('openAlone').addEventListener('click', function () { byId('closing').hidePopover(); });
    byId('closing').addEventListener('beforetoggle', function () {
        var place = byId('closeTabs').getBoundingClientRect();
        byId('closing').style.top = place.bottom + 'px';
        byId('closing').style.right = document.documentElement.clientWidth - place.right + 'px';
    });

    byId('discard').addEventListener('click', function () {
        window.PF('unsavedDialog').hide();
        goOn();
    });

    function discard() {
        tabs.forEach(function (tab) {
            tab.unsaved = false;
            if (tab.frame) {
                tab.frame.contentWindow.suyuan.discard();
            }
        });
    }

    // Another language, another principal and signing out take every page away, so they ask too
    function leaving(event) {
        var way = event.target.closest('.language, #leave button, #choose input[type=submit], [data-switch]');
        if (!way || !tabs.some(function (tab) { return tab.unsaved; })) {
            return;
        }
        event.preventDefault();
        event.stopImmediatePropagation();
        ask(tabs, function () {
            discard();
            way.click();
        });
    }

    document.addEventListener('click', leaving, true);
    document.addEventListener('click', function (event) {
        if (event.target.closest('#leave button')) {
            Object.keys(sessionStorage).filter(function (key) { return key.indexOf('suyuan-tabs-') === 0; }).forEach(function (key) {
                sessionStorage.removeItem(key);
            });
        }
    });

    window.suyuan.workspace = {
        open: open,
        look: look,
        badge: badge,
        key: key,
        discard: discard,
        leaving: leaving,
        isChanged: function () { return tabs.some(function (tab) { return tab.unsaved; }); }
    };

    var before = JSON.parse(sessionStorage.getItem(store) || '{"tabs":[]}');
    before.tabs.forEach(function (tab) { add(tab.address, tab.title); });
    if (tabs.length) {
        show(tabs[before.current] || tabs[0]);
        if (before.language !== document.documentElement.lang) { // their names are in the other language
            tabs.filter(function (tab) { return !tab.frame; }).forEach(load);
            keep();
        }
    } else {
        open(null);
    }
    tell(sessionStorage.getItem('suyuan-told'));
    sessionStorage.removeItem('suyuan-told');
}());
