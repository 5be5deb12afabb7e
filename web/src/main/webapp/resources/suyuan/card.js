/* Speaks with the card control on the user's machine: signs in with a card, and signs out when it is gone. */
(function () {
    'use strict';
    var OPENS_WITHIN = 10000;
    var ANSWERS_WITHIN = 30000; // some controls ask their user first
    var LOOKS_EVERY = 3000;
    var ASKS_EVERY = 10000;
    var METHOD = 'cus-sec_Spc';

    /** What went wrong: the name of its text, and what is filled in there. */
    function trouble(kind, detail) {
        return { kind: kind, detail: detail };
    }

    /** The control names the tries left as smart cards do: 63Cx, and 6983 when there are none. */
    function refused(method, errors) {
        var text = (errors || []).join(' ');
        var tries = /63C([0-9A-F])/i.exec(text);
        if (/6983/.test(text) || (tries && tries[1] === '0')) {
            return trouble('locked');
        }
        return tries ? trouble('wrongPin', parseInt(tries[1], 16))
            : method === 'GetCardID' ? trouble('noCard') : trouble('failed', text);
    }

    function connect(address) {
        return new Promise(function (resolve, reject) {
            var socket = new WebSocket(address);
            var waiting = new Map();
            var asked = 0;
            var tooLate = setTimeout(function () { socket.close(); }, OPENS_WITHIN);
            socket.onopen = function () {
                clearTimeout(tooLate);
                resolve({
                    ask: function (method, args) {
                        return new Promise(function (answered, failed) {
                            if (socket.readyState !== WebSocket.OPEN) {
                                failed(trouble('noControl'));
                                return;
                            }
                            var id = ++asked;
                            waiting.set(id, { method: method, answered: answered, failed: failed });
                            setTimeout(function () { failed(trouble('late')); }, ANSWERS_WITHIN);
                            socket.send(JSON.stringify({ _method: METHOD + method, _id: id, args: args || {} }));
                        });
                    },
                    close: function () { socket.close(); }
                });
            };
            socket.onmessage = function (event) {
                var answer = JSON.parse(event.data);
                var question = waiting.get(answer._id);
                if (!question) {
                    return;
                }
                waiting.delete(answer._id);
                if (answer._args && answer._args.Result) {
                    question.answered(answer._args.Data[0]);
                } else {
                    question.failed(refused(question.method, answer._args && answer._args.Error));
                }
            };
            socket.onclose = function () {
                clearTimeout(tooLate);
                reject(trouble('noControl'));
                waiting.forEach(function (question) { question.failed(trouble('noControl')); });
            };
        });
    }

    function offerSignIn(place) {
        var pin = document.getElementById('pin');
        var button = document.getElementById('cardGo');
        var told = document.getElementById('cardTold');
        var posed = null;

        function tell(problem) {
            told.textContent = (place.dataset[problem.kind] || place.dataset.failed).replace('{0}', problem.detail);
            told.hidden = false;
            working(false);
            pin.focus();
        }

        function working(now) {
            button.disabled = now;
            document.getElementById('cardWorking').textContent = now ? place.dataset.working : '';
        }

        function challenge() {
            return new Promise(function (resolve, reject) {
                posed = function (text) {
                    if (text) {
                        resolve(text);
                    } else {
                        reject(trouble('noPortal'));
                    }
                };
                window.poseCardChallenge();
            });
        }

        function signIn() {
            var passwd = pin.value;
            var card, certificate, control;
            told.hidden = true;
            document.getElementById('messages').replaceChildren();
            if (!passwd) {
                tell(trouble('pinMissing'));
                return;
            }
            working(true);
            connect(place.dataset.control).then(function (connected) {
                control = connected;
                return control.ask('GetCardID');
            }).then(function (number) {
                card = number;
                return control.ask('VerifyPIN', { passwd: passwd });
            }).then(function () {
                return control.ask('GetSignCertAsPEM');
            }).then(function (pem) {
                certificate = pem;
                return challenge();
            }).then(function (text) {
                return control.ask('SignDataAsPEM', { inData: text, passwd: passwd });
            }).then(function (signature) {
                if (!place.dataset.binds) {
                    localStorage.setItem('suyuan-card', card);
                }
                window.answerCardChallenge([{ name: 'certificate', value: certificate }, { name: 'signature', value: signature }]);
            }).catch(function (problem) {
                tell(problem.kind ? problem : trouble('failed', problem.message));
            }).finally(function () {
                pin.value = '';
                if (control) {
                    control.close();
                }
            });
        }

        window.suyuan.card = {
            posed: function (text) { posed(text); },
            answered: function () {
                working(false);
                pin.focus();
            }
        };
        button.addEventListener('click', signIn);
        pin.addEventListener('keydown', function (event) {
            if (event.key === 'Enter' && !button.disabled) {
                signIn();
            }
        });
        if (!place.dataset.binds) {
            pin.focus();
        }
    }

    var left = false;
    function gone() {
        if (left) { // some browsers tell a page that its connection closed because it is being left
            return;
        }
        window.suyuan.discard();
        if (window.suyuan.workspace) {
            window.suyuan.workspace.discard();
        }
        window.cardGone();
    }

    /** Signs out when the card that was signed in with is no longer there, or nobody can tell. */
    function watchControl(address) {
        connect(address).then(function (control) {
            setInterval(function () {
                control.ask('GetCardID').then(function (number) {
                    if (number !== localStorage.getItem('suyuan-card')) {
                        gone();
                    }
                }, gone);
            }, LOOKS_EVERY);
        }, gone);
    }

    /** The same for a card that opened the connection: the answer closes it, so that the card is needed for the next one. */
    function watchConnection(address) {
        var unanswered = 0;
        var clock = setInterval(function () {
            fetch(address, { cache: 'no-store' }).then(function (answer) {
                unanswered = 0;
                if (answer.status === 404) {
                    clearInterval(clock);
                    gone();
                }
            }, function () {
                unanswered++;
                if (unanswered === 3 && !left) { // without the card there may be no connection at all
                    window.suyuan.discard();
                    location.reload();
                }
            });
        }, ASKS_EVERY);
    }

    document.addEventListener('DOMContentLoaded', function () {
        var place = document.getElementById('card');
        var watched = document.querySelector('[data-card-watch]');
        if (place) {
            offerSignIn(place);
        }
        if (!watched || window.top !== window) {
            return;
        }
        window.addEventListener('pagehide', function () { left = true; });
        if (watched.hasAttribute('data-card-connection')) {
            watchConnection(watched.getAttribute('data-card-connection'));
        } else {
            watchControl(watched.getAttribute('data-card-watch'));
        }
    });
}());
