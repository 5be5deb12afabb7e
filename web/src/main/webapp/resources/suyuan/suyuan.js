/* What pages need beyond Faces: the hint line, Enter, the folded menu, unsaved input. */
(function () {
    'use strict';
    var changed = false;

    window.suyuan = {
        firstPage: function (table) {
            var paginator = window.PF(table).paginator;
            if (paginator && paginator.cfg.page !== 0) {
                paginator.setPage(0);
            }
        },
        changed: function () { changed = true; },
        busy: function (id, working) { document.getElementById(id).hidden = !working; },
        saved: function (unifiedNo) {
            changed = false;
            history.replaceState(null, '', '?no=' + encodeURIComponent(unifiedNo));
        }
    };

    // PrimeFaces waits before it focuses the first field, and then takes the focus from who already types in another
    if (window.PrimeFaces && PrimeFaces.widget.Dialog) {
        PrimeFaces.widget.Dialog.prototype.applyFocus = function () {
            var field = this.content.find(':input:visible:enabled:not(button)').first();
            (field.length ? field : this.jq.find('a, button').filter(':visible').first()).trigger('focus');
        };
    }

    // Paginators are landmarks, and PrimeFaces gives them no names: each takes that of the block it stands in
    if (window.PrimeFaces && PrimeFaces.widget.Paginator) {
        var initPaginator = PrimeFaces.widget.Paginator.prototype.init;
        PrimeFaces.widget.Paginator.prototype.init = function (cfg) {
            initPaginator.call(this, cfg);
            var block = this.jq.closest('fieldset, .ui-dialog, main');
            this.jq.attr('aria-label', block.find('legend, .ui-dialog-title, h1').first().text());
        };
    }

    document.addEventListener('focusin', function (event) {
        var bar = document.getElementById('hint');
        var rule = event.target.getAttribute && event.target.getAttribute('data-hint');
        if (bar && rule) {
            bar.textContent = rule;
            if (!event.target.hasAttribute('aria-describedby')) {
                event.target.setAttribute('aria-describedby', 'hint');
            }
        }
    });

    // Enter never posts an entry form; it may press the button that belongs to the field
    document.addEventListener('keydown', function (event) {
        var field = event.target;
        if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229
                || field.tagName !== 'INPUT' || !field.closest('form[data-entry]')) {
            return;
        }
        event.preventDefault();
        var button = document.getElementById(field.getAttribute('data-enter'));
        if (button) {
            button.click();
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

    document.addEventListener('change', function (event) {
        if (event.target.closest('form[data-unsaved]')) {
            changed = true;
        }
    });
    document.addEventListener('click', function (event) {
        if (event.target.closest('[data-leave]')) {
            changed = false;
        }
    });
    // A download is posted like a page but leaves none
    document.addEventListener('click', function (event) {
        if (event.target.closest('[data-download]') && changed) {
            changed = false;
            setTimeout(function () { changed = true; }, 500);
        }
    });
    window.addEventListener('beforeunload', function (event) {
        if (changed) {
            event.preventDefault();
            event.returnValue = '';
        }
    });

    document.addEventListener('DOMContentLoaded', function () {
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
}());
