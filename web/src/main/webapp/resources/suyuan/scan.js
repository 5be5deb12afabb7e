/* The camera of the scan page, and the size of a photo before it is sent. Without scripts the rest of the page still works. */
(function () {
    'use strict';
    var section = document.getElementById('camera');
    var view = document.getElementById('view');
    var told = document.getElementById('told');
    var start = document.getElementById('start');
    var stop = document.getElementById('stop');
    var form = document.getElementById('photoForm');
    var running = null;

    var THOROUGHLY = new Map([[3, true]]); // DecodeHintType.TRY_HARDER: reads six of seven pictures that a hasty look misses

    var REASONS = {
        NotAllowedError: 'denied', PermissionDeniedError: 'denied', SecurityError: 'denied',
        NotFoundError: 'missing', DevicesNotFoundError: 'missing', OverconstrainedError: 'missing',
        NotReadableError: 'busy', TrackStartError: 'busy', AbortError: 'busy'
    };

    function say(word) {
        told.textContent = word ? section.getAttribute('data-' + word) : '';
    }

    function show(on) {
        view.hidden = !on;
        stop.hidden = !on;
        start.hidden = on;
        start.disabled = false;
    }

    function end(word) {
        if (running) {
            running.stop();
            running = null;
        }
        show(false);
        say(word);
    }

    function failed(error) {
        end(error && REASONS[error.name] || 'failed');
    }

    function withLibrary(then) {
        if (window.ZXingBrowser) {
            then();
            return;
        }
        var script = document.createElement('script');
        script.src = section.getAttribute('data-library');
        script.onload = then;
        script.onerror = failed;
        document.head.appendChild(script);
    }

    function scan() {
        view.hidden = false; // some telephones play no hidden video
        var reader = new window.ZXingBrowser.BrowserQRCodeReader(THOROUGHLY, { delayBetweenScanAttempts: 150 });
        var wanted = { audio: false, video: { facingMode: 'environment' } };
        reader.decodeFromConstraints(wanted, view, function (result, error, controls) {
            if (result) {
                running = controls;
                end('found');
                location.assign(section.getAttribute('data-to') + encodeURIComponent(result.getText().slice(0, 500)));
            }
        }).then(function (controls) {
            if (told.textContent === section.getAttribute('data-starting')) {
                running = controls;
                show(true);
                say('running');
                stop.focus();
            }
        }, failed);
    }

    section.hidden = false;
    start.addEventListener('click', function () {
        if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) {
            say(window.isSecureContext ? 'missing' : 'insecure');
            return;
        }
        start.disabled = true;
        say('starting');
        withLibrary(scan);
    });
    stop.addEventListener('click', function () {
        end('');
        start.focus();
    });
    window.addEventListener('pagehide', function () { end(''); });

    form.addEventListener('submit', function (event) {
        var photo = document.getElementById('photo').files[0];
        var large = photo && photo.size > Number(form.getAttribute('data-most'));
        document.getElementById('photoTold').textContent = large ? form.getAttribute('data-large') : '';
        if (large) {
            event.preventDefault();
        }
    });
}());
