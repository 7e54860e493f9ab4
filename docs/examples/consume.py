# Prints every signed contract; stops after as many as the first argument says, never without one.
import json, os, sys
from decimal import Decimal
from confluent_kafka import Consumer, KafkaException

brokers = os.environ.get("KAFKA_BROKERS") or "127.0.0.1:7092"
consumer = Consumer({"bootstrap.servers": brokers, "group.id": "erp-python", "auto.offset.reset": "earliest",
                     "allow.auto.create.topics": False, "enable.auto.offset.store": False})
consumer.subscribe(["engsales.contract.events"])
handled = {}  # ce_subject -> ce_sequence; a real consumer stores it beside its effect
wanted = int(sys.argv[1]) if len(sys.argv) > 1 else -1
while wanted != 0:
    message = consumer.poll(1.0)
    if message is None:
        continue
    if message.error():
        raise KafkaException(message.error())
    header = {name: value.decode() for name, value in message.headers()}
    subject, sequence = header["ce_subject"], int(header["ce_sequence"])
    if sequence > handled.get(subject, -1):  # else a duplicate
        if header["ce_type"] == "engsales.contract.ContractSigned":
            data = json.loads(message.value())
            yuan = Decimal(data["totalFen"]).scaleb(-2)
            print(data["contractNo"], data["customerName"], yuan, header.get("ce_position"), flush=True)
            wanted -= 1
        handled[subject] = sequence
    consumer.store_offsets(message)  # from now on it may be committed, at the latest by close()
consumer.close()
