/* Tabs, facets, pages and queries of the food-safety information without a full load; without this script they are plain links. */
(function () {
    'use strict';
    var root = location.pathname.replace(/\/public\/info\/.*$/, '/public/info/');

    function ours(address) {
        return address.origin === location.origin && address.pathname.indexOf(root) === 0;
    }

    /* On a narrow screen charts would push the hits far down. */
    function fold() {
        var charts = document.querySelector('#info details.charts');
        if (charts && matchMedia('(max-width: 40rem)').matches) {
            charts.open = false;
        }
    }

    function show(address, push) {
        fetch(address, { credentials: 'same-origin' }).then(function (answer) {
            if (!answer.ok && answer.status !== 400) {
                throw new Error(answer.status);
            }
            return answer.text();
        }).then(function (text) {
            var next = new DOMParser().parseFromString(text, 'text/html');
            document.getElementById('info').replaceWith(document.importNode(next.getElementById('info'), true));
            document.title = next.title;
            fold();
            if (push) {
                history.pushState(null, '', address);
                window.scrollTo(0, 0);
            }
            document.getElementById('main').focus({ preventScroll: true });
        }).catch(function () { location.assign(address); });
    }

    fold();
    document.addEventListener('click', function (event) {
        var link = event.target.closest('#info a');
        if (link && ours(link) && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
            event.preventDefault();
            show(link.href, true);
        }
    });
    document.addEventListener('submit', function (event) {
        if (event.target.closest('#info')) {
            event.preventDefault();
            var query = new URLSearchParams();
            new FormData(event.target).forEach(function (value, name) { if (value) { query.append(name, value); } });
            show(event.target.action + (query.toString() ? '?' + query : ''), true);
        }
    });
    window.addEventListener('popstate', function () { show(location.href, false); });
})();
