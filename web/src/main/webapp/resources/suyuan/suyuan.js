/* What pages need beyond Faces: the hint line, the keyboard, the folded menu, unsaved input. */
(function () {
    'use strict';
    var changed = false;
    var left = false;
    var framed = window.parent !== window;
    var workspace = function () { return (framed ? window.parent : window).suyuan.workspace; };

    if (framed) {
        document.documentElement.classList.add('framed');
        $.ajaxSetup({ headers: { 'Suyuan-Framed': 'true' } }); // browsers say so of pages only
    }

    function mark(unsaved) {
        changed = unsaved;
        if (framed && workspace()) {
            workspace().look(window);
        }
    }

    var leading; // to the outcome of an act, unless somebody has already pointed elsewhere
    document.addEventListener('pointerdown', function () { clearTimeout(leading); }, true);

    window.suyuan = {
        isChanged: function () { return changed; },
        discard: function () { changed = false; },
        firstPage: function (table) {
            var paginator = window.PF(table).paginator;
            if (paginator && paginator.cfg.page !== 0) {
                paginator.setPage(0);
            }
        },
        focusSoon: function (id) { // after dialogs have given the focus back
            setTimeout(function () { document.getElementById(id).focus(); }, 100);
        },
        changed: function () { mark(true); },
        busy: function (id, working) { document.getElementById(id).hidden = !working; },
        saved: function (address, name) {
            history.replaceState(null, '', address);
            if (name && document.title.indexOf(name) < 0) {
                document.title = document.title.replace(/\s* · /, ' ' + name + ' · ');
            }
            mark(false);
        },
        contact: function () { localStorage.setItem('suyuan-contact', Date.now()); },
        outcome: function () { // shows what came of an act, and leads to the first thing to be put right, or onwards
            window.scrollTo(0, 0);
            leading = setTimeout(function () {
                var next = document.querySelector('.messages a, .results .reason')
                    || (document.activeElement === document.body && document.querySelector('.aside'));
                if (next) {
                    next.focus();
                }
            }, 100);
        }
    };

    // PrimeFaces waits before it focuses the first field, and then takes the focus from who already types in another;
    // and it gives the focus back to an element that the same answer has replaced
    if (window.PrimeFaces && PrimeFaces.widget.Dialog) {
        PrimeFaces.widget.Dialog.prototype.applyFocus = function () {
            var content = this.content[0];
            var first = [':input:visible:enabled:not(button)', 'button[data-enter-stop]', '.buttons button:last']
                .map(function (kind) { return $(content).find(kind)[0]; })
                .concat(this.jq.find('a, button').filter(':visible')[0])
                .find(Boolean);
            setTimeout(function () { // when PrimeFaces has put the focus back to where it was before the answer
                if (first && !content.contains(document.activeElement)) {
                    (first.isConnected ? first : document.getElementById(first.id)).focus();
                }
            }, 0);
        };
        PrimeFaces.widget.Dialog.prototype.returnFocus = function () {
            var before = this.focusedElementBeforeDialogOpened;
            setTimeout(function () {
                var again = before && (before.isConnected ? before : document.getElementById(before.id));
                if (again) {
                    again.focus({ preventScroll: true });
                }
            }, 50);
        };
    }

    // Paginators are landmarks, and PrimeFaces gives them no names: each takes that of the heading above, or of the block it stands in
    if (window.PrimeFaces && PrimeFaces.widget.Paginator) {
        var initPaginator = PrimeFaces.widget.Paginator.prototype.init;
        PrimeFaces.widget.Paginator.prototype.init = function (cfg) {
            initPaginator.call(this, cfg);
            var heading = this.jq.closest('.ui-datatable').prevAll('h2').first();
            var block = this.jq.closest('fieldset, .ui-dialog, main').find('legend, .ui-dialog-title, h1').first();
            this.jq.attr('aria-label', (heading.length ? heading : block).text());
        };
    }

    // A running clock goes on from what the server said
    document.addEventListener('DOMContentLoaded', function () {
        Array.from(document.querySelectorAll('[data-elapsed]')).filter(function (clock) {
            return clock.getAttribute('data-elapsed');
        }).forEach(function (clock) {
            var begun = Date.now() - 1000 * clock.getAttribute('data-elapsed');
            var two = function (number) { return ('0' + number).slice(-2); };
            setInterval(function () {
                var seconds = Math.floor((Date.now() - begun) / 1000);
                clock.textContent = Math.floor(seconds / 3600) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
            }, 1000);
        });
    });

    document.addEventListener('focusin', function (event) {
        var bar = document.getElementById('rule');
        var rule = event.target.getAttribute && event.target.getAttribute('data-hint');
        if (bar && rule) {
            bar.textContent = rule;
            if (!event.target.hasAttribute('aria-describedby')) {
                event.target.setAttribute('aria-describedby', 'rule');
            }
        }
    });

    function visible(element) { return element.getClientRects().length > 0; }

    // Enter goes to the next field; after the last one to the button that confirms
    function next(field) {
        var stops = Array.from(field.closest('form').querySelectorAll(
            'input:not([type=hidden]):not([readonly]):not(:disabled), select, textarea, button[data-enter-stop]')).filter(function (stop) {
            return visible(stop) && !stop.closest('[data-enter-skip]');
        });
        var group = field.type === 'radio' ? field.name : null;
        for (var i = stops.indexOf(field) + 1; i < stops.length; i++) {
            if (!group || stops[i].name !== group) {
                var checked = stops[i].type === 'radio'
                    && stops.find(function (stop) { return stop.name === stops[i].name && stop.checked; });
                return checked || stops[i];
            }
        }
        return null;
    }

    // In an entry form Enter never posts; a number that was typed anew is looked up instead of passed
    document.addEventListener('keydown', function (event) {
        var field = event.target;
        if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.isComposing || event.keyCode === 229
                || field.getAttribute('aria-expanded') === 'true'
                || (field.tagName !== 'INPUT' && field.tagName !== 'SELECT' && (event.shiftKey || !field.hasAttribute('data-enter-next'))) || !field.closest('form[data-entry]')) {
            return;
        }
        event.preventDefault();
        var button = document.getElementById(field.getAttribute('data-enter'));
        if (button && (field.value !== field.defaultValue || !field.value)) {
            button.click();
            return;
        }
        var stop = next(field);
        if (stop) {
            stop.focus();
            if (stop.select && stop.type !== 'radio' && stop.type !== 'checkbox') {
                stop.select();
            }
        }
    });

    // Shortcuts stand on their buttons; those of an open dialog come before those of the page
    document.addEventListener('keydown', function (event) {
        var key = (event.ctrlKey ? 'Control+' : '') + (event.altKey ? 'Alt+' : '')
            + (event.key.length === 1 ? event.key.toUpperCase() : event.key);
        if ((!event.ctrlKey && !event.altKey) || event.isComposing) {
            return;
        }
        var dialog = Array.from(document.querySelectorAll('.ui-dialog')).find(visible);
        var button = [event.target.closest('tr'), dialog || document].map(function (place) { // in a table, of its own row
            return Array.from(place ? place.querySelectorAll('[aria-keyshortcuts]') : []).find(function (candidate) {
                return candidate.getAttribute('aria-keyshortcuts') === key && visible(candidate) && !candidate.disabled;
            });
        }).find(Boolean);
        if (button) {
            event.preventDefault();
            button.focus();
            button.click();
        } else if (workspace() && !dialog && workspace().key(key)) {
            event.preventDefault();
        }
    });

    // In the workspace a link opens a tab, or shows the one that is open; elsewhere it is a link
    document.addEventListener('click', function (event) {
        var link = event.target.closest('a[href]');
        if (workspace() && link && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0
                && !link.target && !link.hasAttribute('download') && link.getAttribute('href')[0] !== '#'
                && link.origin === location.origin && !link.matches('.language, [role=tab]')) {
            event.preventDefault();
            workspace().open(link.matches('.brand') ? null : link.href, link.getAttribute('data-name') || link.textContent.trim());
        }
    });

    // The list of principals opens below its button
    document.addEventListener('beforetoggle', function (event) {
        var button = document.querySelector('[popovertarget="' + event.target.id + '"]');
        if (button && event.target.matches('.choosing')) {
            var place = button.getBoundingClientRect();
            event.target.style.top = place.bottom + 4 + 'px';
            event.target.style.left = Math.min(place.left, Math.max(0, document.documentElement.clientWidth - 280)) + 'px';
        }
    }, true);

    // What takes every tab away asks first, also when it stands in a page of a tab
    document.addEventListener('click', function (event) {
        if (framed && workspace()) {
            workspace().leaving(event);
        }
    }, true);

    // From an error to its field; a row of sales opens in its dialog
    document.addEventListener('click', function (event) {
        var link = event.target.closest('a[data-field]');
        var target = link && document.getElementById(link.getAttribute('data-field'));
        if (link) {
            event.preventDefault();
        }
        if (target && target.tagName === 'A') {
            target.click();
        } else if (target) {
            (target.matches('input, select, textarea, button') ? target : target.querySelector('input, button') || target).focus();
        }
    });

    // A button of a row asks the server by a name that its page has defined; another copies a field for use elsewhere
    document.addEventListener('click', function (event) {
        var caller = event.target.closest('[data-call]');
        var copier = event.target.closest('[data-copy]');
        if (caller) {
            window[caller.getAttribute('data-call')]([{ name: caller.getAttribute('data-name'), value: caller.getAttribute('data-value') }]);
        }
        if (copier) {
            var field = document.getElementById(copier.getAttribute('data-copy'));
            var done = function () { copier.textContent = copier.getAttribute('data-copied'); };
            field.focus();
            field.select();
            if (navigator.clipboard) {
                navigator.clipboard.writeText(field.value).then(done, function () { document.execCommand('copy'); done(); });
            } else { // not over https
                document.execCommand('copy');
                done();
            }
        }
    });

    // Several items at once: a quantity ticks its item, and a column copied from a spreadsheet fills the rows from here on
    document.addEventListener('input', function (event) {
        if (event.target.hasAttribute('data-ticks') && event.target.value) {
            event.target.closest('tr').querySelector('input[type=checkbox]').checked = true;
        }
    });
    document.addEventListener('paste', function (event) {
        var cells = event.target.hasAttribute('data-ticks') ? event.clipboardData.getData('text').trimEnd().split(/\r?\n/) : [];
        if (cells.length > 1) {
            var fields = Array.from(document.querySelectorAll('[data-ticks]'));
            event.preventDefault();
            fields.slice(fields.indexOf(event.target)).slice(0, cells.length).forEach(function (field, i) {
                field.value = cells[i].trim();
                field.dispatchEvent(new Event('input', { bubbles: true }));
                field.dispatchEvent(new Event('change', { bubbles: true }));
            });
        }
    });

    // A file that the server would refuse is not sent in the first place
    document.addEventListener('change', function (event) {
        var most = event.target.getAttribute('data-most-megabytes');
        if (most) {
            var file = event.target.files[0];
            var tooLarge = Boolean(file) && file.size > most * 1024 * 1024;
            document.getElementById(event.target.getAttribute('data-too-large')).hidden = !tooLarge;
            if (tooLarge) {
                event.target.value = '';
            }
        }
    });

    ['input', 'change'].forEach(function (kind) {
        document.addEventListener(kind, function (event) {
            if (!changed && event.target.closest('form[data-unsaved]')) {
                mark(true);
            }
        });
    });
    // What leaves the page does not ask; when it was refused, the page stays and so does what is unsaved
    document.addEventListener('click', function (event) {
        if (event.target.closest('[data-leave]')) {
            left = changed;
            changed = false;
        }
    });
    $(document).on('pfAjaxComplete', function (event, answer) {
        suyuan.contact();
        if (left && answer.responseText.indexOf('<redirect') < 0) {
            changed = true;
        }
        left = false;
    });
    // An error page that answers a script: its words are shown, and the page stays as it is with what was typed
    $(document).on('pfAjaxSend', function () {
        document.getElementById('unanswered').textContent = '';
    });
    $(document).on('pfAjaxError', function (event, answer, request) {
        var told = document.getElementById('unanswered');
        var button = PrimeFaces.getWidgetById(PrimeFaces.ajax.Utils.getSourceId(request));
        if (button && button.endAjaxDisabled) { // a link; PrimeFaces keeps both disabled
            button.endAjaxDisabled(button);
        } else if (button && button.jq.is('.ui-button')) {
            PrimeFaces.buttonEndAjaxDisabled(button, button.jq);
        }
        var words = Array.from(new DOMParser().parseFromString(answer.responseText || '', 'text/html').querySelectorAll('main h1, main p'));
        (words.length ? words.map(function (word) { return word.textContent; }) : [told.getAttribute('data-words')]).forEach(function (text) {
            told.appendChild(document.createElement('p')).textContent = text;
        });
    });
    // A download is posted like a page but leaves none
    document.addEventListener('click', function (event) {
        if (event.target.closest('[data-download]') && changed) {
            changed = false;
            setTimeout(function () { changed = true; }, 500);
        }
    });
    // Not as a listener: OmniFaces then lets go of the page when it is left, not already when the question is asked
    window.onbeforeunload = function (event) {
        if (changed) {
            event.preventDefault();
            return '';
        }
    };

    // A session that nobody uses is about to end: it is announced in time; who is at work keeps it without noticing
    function watchSession(told) {
        var most = told.getAttribute('data-minutes') * 60;
        var notice = Math.min(300, most / 2);
        var dialog = function () { return window.PF('sessionDialog'); };
        var goOn = document.getElementById('goOn');
        var again = document.getElementById('signInAgain');
        var since = function (moment) { return (Date.now() - Number(localStorage.getItem(moment))) / 1000; };
        goOn.addEventListener('click', function () { window.keepOpen(); });
        again.addEventListener('click', function () {
            changed = false;
            if (workspace()) {
                workspace().discard();
            }
        });
        setInterval(function () {
            var rest = most - since('suyuan-contact');
            if (rest > 0 && rest <= notice && since('suyuan-active') < notice) {
                window.keepOpen();
            }
            if (rest > notice) {
                dialog().hide();
                return;
            }
            if (rest <= 0 && !changed && !(workspace() && workspace().isChanged())) {
                location.assign(told.getAttribute('data-sign-in') + encodeURIComponent(location.pathname + location.search));
                return;
            }
            goOn.hidden = rest <= 0;
            again.hidden = rest > 0;
            again.href = told.getAttribute('data-sign-in') + encodeURIComponent(location.pathname + location.search);
            told.textContent = rest <= 0 ? told.getAttribute('data-ended') : told.getAttribute('data-ending')
                .replace('{0}', Math.floor(rest / 60) + ':' + String(Math.floor(rest % 60)).padStart(2, '0'));
            dialog().show();
        }, 1000);
    }

    ['keydown', 'pointerdown'].forEach(function (kind) {
        document.addEventListener(kind, function () { localStorage.setItem('suyuan-active', Date.now()); }, true);
    });

    document.addEventListener('DOMContentLoaded', function () {
        var told = document.getElementById('sessionEnding');
        if (framed && workspace()) {
            workspace().badge(document);
        }
        if (document.getElementById('stay')) {
            suyuan.contact();
        }
        if (told && !framed) {
            watchSession(told);
        }
        if (framed && document.querySelector('[data-alone]')) {
            window.top.location.assign(location.pathname + '?target=' + encodeURIComponent(window.top.location.pathname));
            return;
        }
        var button = document.getElementById('fold');
        if (!button) {
            return;
        }
        function fold(folded) {
            document.body.classList.toggle('folded', folded);
            button.setAttribute('aria-expanded', String(!folded));
        }
        fold(localStorage.getItem('suyuan-menu') === 'folded');
        button.addEventListener('click', function () {
            var folded = !document.body.classList.contains('folded');
            localStorage.setItem('suyuan-menu', folded ? 'folded' : 'open');
            fold(folded);
        });
    });

    // Light and dark: the link of the dark stylesheet says when it holds. A choice reaches every open page and tab, is kept in
    // a cookie, from which the server writes that link, and ends when it is what the system asks for anyway
    var darkLink = document.getElementById('dark');
    var looks = window.BroadcastChannel && new BroadcastChannel('suyuan-look');
    function isDark() { return matchMedia(darkLink.media).matches; }
    function showDark(media) {
        var button = document.getElementById('darkSwitch');
        darkLink.media = media || darkLink.media;
        if (button) { // not in a tab
            button.setAttribute('aria-pressed', String(isDark()));
        }
    }
    if (darkLink) {
        var system = matchMedia('(prefers-color-scheme: dark)');
        system.onchange = function () { showDark(); };
        document.addEventListener('DOMContentLoaded', function () {
            showDark();
            var button = document.getElementById('darkSwitch');
            if (!button) {
                return;
            }
            button.addEventListener('click', function () {
                var dark = !isDark();
                var chosen = dark !== system.matches;
                var media = chosen ? (dark ? 'all' : 'not all') : system.media;
                document.cookie = 'suyuan-look=' + (dark ? 'dark' : 'light') + '; path=/; SameSite=Lax; max-age=' + (chosen ? 31536000 : 0);
                showDark(media);
                if (looks) {
                    looks.postMessage(media);
                }
            });
        });
        if (looks) {
            looks.onmessage = function (event) { showDark(event.data); };
        }
    }
}());
